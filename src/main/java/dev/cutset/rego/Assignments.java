package dev.cutset.rego;

import dev.cutset.rego.RegoException.Kind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The statements that give a variable its value. */
final class Assignments {
  private Assignments() {}

  /** One value from another, or a constant. */
  record Assign(Operand source, int target) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.locals[target] = source.get(frame);
      return NEXT;
    }
  }

  /** One value only: a second, different one is a conflict. */
  record AssignOnce(Operand source, int target, Function function, Location location)
      implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue value = source.get(frame);
      RegoValue before = frame.locals[target];
      if (before == null) {
        frame.locals[target] = value;
      } else if (!before.equals(value)) {
        throw new RegoException(Kind.CONFLICT, location, message());
      }
      // Of equal numbers written in two ways, the first one stays.
      return NEXT;
    }

    private String message() {
      String path = function.rulePath();
      return function.isRule()
          ? "rule " + path + " produced conflicting values"
          : "function " + path + " produced conflicting values for the same inputs";
    }
  }

  /** Makes the variable undefined. */
  record Reset(int target) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.locals[target] = null;
      return NEXT;
    }
  }

  /** A new, empty collection, which later statements fill. */
  record Make(Supplier<RegoValue> maker, int target) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.evaluation.spending().make(1);
      frame.locals[target] = maker.get();
      return NEXT;
    }
  }

  /** How many elements, entries or characters there are. */
  record Length(Operand source, int target) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.locals[target] = RegoNumber.of(length(source.get(frame)));
      return NEXT;
    }

    private static long length(@Nullable RegoValue value) {
      if (value instanceof RegoArray array) {
        return array.size();
      } else if (value instanceof RegoObject object) {
        return object.size();
      } else if (value instanceof RegoSet set) {
        return set.size();
      } else if (value instanceof RegoString text) {
        return text.value().codePointCount(0, text.value().length());
      }
      return 0;
    }
  }

  /** What stands at a key of a collection. */
  record Dot(Operand source, Operand key, int target) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue at = key.get(frame);
      RegoValue found = at == null ? null : find(source.get(frame), at);
      frame.locals[target] = found;
      return found == null ? UNDEFINED : NEXT;
    }

    @Override
    public String failure(Frame frame) {
      RegoValue collection = source.get(frame);
      String type = collection == null ? "what is undefined" : collection.typeName();
      return "no " + Tracer.show(key.get(frame)) + " in " + type;
    }

    private static @Nullable RegoValue find(@Nullable RegoValue collection, RegoValue key) {
      if (collection instanceof RegoObject object) {
        return object.get(key);
      } else if (collection instanceof RegoArray array) {
        return array.get(key);
      } else if (collection instanceof RegoSet set) {
        return set.get(key);
      }
      return null;
    }
  }
}
