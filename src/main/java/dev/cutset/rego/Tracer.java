package dev.cutset.rego;

import dev.cutset.rego.TraceEvent.Kind;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what an evaluation does; there is one only where a trace is wanted. */
final class Tracer {
  private static final int LONGEST = 120;

  private final Consumer<TraceEvent> listener;
  private int depth;
  private String called = "";

  Tracer(Consumer<TraceEvent> listener) {
    this.listener = listener;
  }

  void enter(Function function, @Nullable RegoValue[] arguments, Location from) {
    tell(Kind.ENTER, from, function.rulePath() + function.shown(arguments));
    depth++;
  }

  void exit(Function function, @Nullable RegoValue answer, Location from) {
    depth--;
    tell(Kind.EXIT, from, function.rulePath() + result(answer));
  }

  void known(Function function, @Nullable RegoValue answer, Location from) {
    tell(Kind.KNOWN, from, function.rulePath() + result(answer));
  }

  // Sets are told by their members only, which are both key and value then.
  @SuppressWarnings("ReferenceEquality")
  void next(Location location, RegoValue key, RegoValue value) {
    tell(Kind.NEXT, location, key == value ? show(key) : show(key) + ": " + show(value));
  }

  /** Runs a block as {@link Block#run} does, and tells of its expressions. */
  // One object stands for each expression.
  @SuppressWarnings("ReferenceEquality")
  int run(Frame frame, Statement[] statements, Expression[] expressions) {
    Expression current = null;
    for (int i = 0; i < statements.length; i++) {
      Expression next = expressions[i];
      if (next != current) {
        holds(current);
        current = next;
      }
      if (statements[i] instanceof Flow.With) {
        // What comes after the expression is in the block of the statement.
        holds(current);
        current = null;
      }
      int flow = statements[i].run(frame);
      if (flow == Statement.UNDEFINED && statements[i].hasFailed(frame)) {
        fails(next, statements[i], frame);
      }
      if (flow != Statement.NEXT) {
        return flow;
      }
      String call = statements[i].call(frame);
      called = call.isEmpty() ? called : call;
    }
    holds(current);
    return Statement.NEXT;
  }

  private void holds(@Nullable Expression expression) {
    if (expression != null && expression.toldIfHolds()) {
      tell(Kind.HOLDS, expression.location(), "");
    }
    called = "";
  }

  private void fails(Expression expression, Statement statement, Frame frame) {
    if (expression.toldIfFails()) {
      String call = statement.call(frame);
      String subject = call.isEmpty() ? called : call;
      String failure = statement.failure(frame);
      boolean both = !subject.isEmpty() && !failure.isEmpty();
      tell(Kind.FAILS, expression.location(), both ? subject + " is " + failure : failure);
    }
    called = "";
  }

  private void tell(Kind kind, Location location, String detail) {
    listener.accept(new TraceEvent(kind, depth, location, detail));
  }

  private static String result(@Nullable RegoValue answer) {
    return answer == null ? " is undefined" : " = " + show(answer);
  }

  static String show(@Nullable RegoValue value) {
    if (value == null) {
      return "undefined";
    }
    String text = value.toJson();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  static String show(@Nullable RegoValue[] arguments) {
    return Arrays.stream(arguments).map(Tracer::show).collect(Collectors.joining(", ", "(", ")"));
  }
}
