package dev.cutset.rego;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements that hold or do not, and change nothing. */
final class Conditions {
  private Conditions() {}

  private static int when(boolean holds) {
    return holds ? Statement.NEXT : Statement.UNDEFINED;
  }

  /** Both are defined and equal. */
  record Equal(Operand a, Operand b) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue left = a.get(frame);
      RegoValue right = b.get(frame);
      return when(left != null && left.equals(right));
    }

    @Override
    public String failure(Frame frame) {
      return Tracer.show(a.get(frame)) + ", not " + Tracer.show(b.get(frame));
    }
  }

  /** They are not equal. */
  record NotEqual(Operand a, Operand b) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue left = a.get(frame);
      RegoValue right = b.get(frame);
      return when(!Objects.equals(left, right));
    }

    @Override
    public String failure(Frame frame) {
      return Tracer.show(a.get(frame));
    }
  }

  /** The value is of one type. */
  record IsType(Operand source, Class<? extends RegoValue> type) implements Statement {
    @Override
    public int run(Frame frame) {
      return when(type.isInstance(source.get(frame)));
    }

    @Override
    public String failure(Frame frame) {
      return Tracer.show(source.get(frame));
    }
  }

  /** The variable is defined, or is not. */
  record IsDefined(int source, boolean wanted) implements Statement {
    @Override
    public int run(Frame frame) {
      @Nullable RegoValue value = frame.locals[source];
      return when(value != null == wanted);
    }

    @Override
    public String failure(Frame frame) {
      return wanted ? "undefined" : "";
    }
  }
}
