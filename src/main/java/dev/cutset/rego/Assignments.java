package dev.cutset.rego;

import dev.cutset.rego.RegoException.Kind;
import org.jspecify.annotations.Nullable;

/** The statements that give a variable its value. */
final class Assignments {
  private Assignments() {}

  /** A constant that is no text and no truth value. */
  record AssignConstant(int target, RegoValue value) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.locals[target] = value;
      return NEXT;
    }
  }

  /** One value from another, or a constant. */
  record Assign(Operand source, int target) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.locals[target] = source.get(frame);
      return NEXT;
    }
  }

  /** One value only: a second, different one is a conflict. */
  record AssignOnce(Operand source, int target, int place) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue value = source.get(frame);
      RegoValue before = frame.locals[target];
      if (before == null) {
        frame.locals[target] = value;
      } else if (!before.equals(value)) {
        throw new RegoException(Kind.CONFLICT, frame.place(place), message(frame.function));
      }
      // Of equal numbers written in two ways, the first one stays.
      return NEXT;
    }

    private static String message(Function function) {
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

  /** A new, empty array, which later statements fill. */
  record MakeArray(int target, int capacity) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.evaluation.spending().make(1);
      frame.locals[target] = RegoArray.growing(capacity);
      return NEXT;
    }
  }

  /** A new, empty object, which later statements fill. */
  record MakeObject(int target) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.evaluation.spending().make(1);
      frame.locals[target] = RegoObject.growing();
      return NEXT;
    }
  }

  /** A new, empty set, which later statements fill. */
  record MakeSet(int target) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.evaluation.spending().make(1);
      frame.locals[target] = RegoSet.growing();
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
