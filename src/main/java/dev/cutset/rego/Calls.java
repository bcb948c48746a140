package dev.cutset.rego;

import dev.cutset.rego.RegoException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that call functions. */
final class Calls {
  private Calls() {}

  private static int keep(Frame frame, int result, @Nullable RegoValue answer) {
    frame.locals[result] = answer;
    return answer == null ? Statement.UNDEFINED : Statement.NEXT;
  }

  private static @Nullable RegoValue[] values(Frame frame, Operand[] arguments) {
    @Nullable RegoValue[] values = new @Nullable RegoValue[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments[i].get(frame);
    }
    return values;
  }

  /** Calls a rule or function of the policy. */
  record OfFunction(Function function, Operand[] arguments, int result, int place)
      implements Statement {
    @Override
    public int run(Frame frame) {
      if (function.isRule()) {
        RegoValue input = arguments[0].get(frame);
        RegoValue data = arguments[1].get(frame);
        return keep(frame, result, function.ask(frame.evaluation, input, data, place));
      }
      return keep(frame, result, function.call(frame.evaluation, values(frame, arguments), place));
    }

    @Override
    public String call(Frame frame) {
      return function.rulePath() + function.shown(values(frame, arguments));
    }

    @Override
    public String failure(Frame frame) {
      return "undefined";
    }
  }

  /** Asks a function for the value that a rule in its place would have: there is none. */
  record OfNoDocument(int result) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.locals[result] = null;
      return UNDEFINED;
    }

    @Override
    public String failure(Frame frame) {
      return "undefined";
    }
  }

  /** Calls a builtin. */
  record OfBuiltin(
      String name, Builtin builtin, boolean answers, Operand[] arguments, int result, int place)
      implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue[] values = new RegoValue[arguments.length];
      for (int i = 0; i < values.length; i++) {
        RegoValue value = arguments[i].get(frame);
        if (value == null) {
          return UNDEFINED;
        }
        values[i] = value;
      }
      RegoValue answer = call(frame, values);
      return answers ? keep(frame, result, answer) : NEXT;
    }

    @Override
    public String call(Frame frame) {
      return name + Tracer.show(values(frame, arguments));
    }

    @Override
    public String failure(Frame frame) {
      return "undefined";
    }

    private @Nullable RegoValue call(Frame frame, RegoValue[] values) {
      try {
        Spending spending = frame.evaluation.spending();
        long before = spending.values();
        RegoValue answer = builtin.call(frame.evaluation.context(), values);
        spending.weigh(answer, before);
        return answer;
      } catch (BuiltinException e) {
        if (frame.evaluation.options().strict()) {
          Kind kind = e.isType() ? Kind.TYPE : Kind.BUILTIN;
          throw new RegoException(kind, frame.place(place), name + ": " + e.getMessage());
        }
        return null;
      } catch (ArrayIndexOutOfBoundsException e) {
        // Plans that opa did not make can give a builtin fewer arguments than it takes.
        throw new RegoException(
            Kind.TYPE,
            frame.place(place),
            name + ": " + values.length + " arguments are too few for it");
      }
    }
  }

  /**
   * Calls the rule at a path that is known only now.
   *
   * <p>If there is none, the next block looks into the base document. If there is one and it is
   * undefined, so is the whole reference: three blocks around this statement were made for it.
   */
  record Dynamic(PackedPlan plan, Operand[] path, int input, int data, int result, int place)
      implements Statement {
    private static final int WHOLE_REFERENCE = 3;

    @Override
    public int run(Frame frame) {
      List<String> names = new ArrayList<>(path.length);
      for (Operand part : path) {
        if (!(part.get(frame) instanceof RegoString name)) {
          return UNDEFINED;
        }
        names.add(name.value());
      }
      Function function = plan.functionAt(names);
      if (function == null || !function.isRule()) {
        return UNDEFINED;
      }
      RegoValue answer =
          function.ask(frame.evaluation, frame.locals[input], frame.locals[data], place);
      return keep(frame, result, answer) == NEXT ? NEXT : WHOLE_REFERENCE;
    }
  }
}
