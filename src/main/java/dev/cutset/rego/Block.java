package dev.cutset.rego;

import org.jspecify.annotations.Nullable;

/** Statements one after the other, until one is undefined or leaves; read when first run. */
final class Block {
  private final PackedPlan plan;
  private final int body;
  private final int place;
  private final int around;
  private volatile Statement @Nullable [] statements;
  private volatile Expression @Nullable [] expressions;

  /**
   * A block that nobody has run.
   *
   * @param body where it begins among the bytes of the plan
   * @param place the number of its first statement
   * @param around the number of the statement that it is part of for a trace; below zero if none
   */
  Block(PackedPlan plan, int body, int place, int around) {
    this.plan = plan;
    this.body = body;
    this.place = place;
    this.around = around;
  }

  int run(Frame frame) {
    Statement[] ready = statements;
    if (ready == null) {
      ready = read();
    }
    Tracer tracer = frame.evaluation.tracer();
    if (tracer != null) {
      return tracer.run(frame, ready, expressions());
    }
    for (Statement statement : ready) {
      int flow = statement.run(frame);
      if (flow != Statement.NEXT) {
        return flow;
      }
    }
    return Statement.NEXT;
  }

  private Statement[] read() {
    Statement[] read = reader().statements();
    statements = read;
    return read;
  }

  private Expression[] expressions() {
    Expression[] known = expressions;
    if (known == null) {
      known = reader().expressions(around);
      expressions = known;
    }
    return known;
  }

  private CodeReader reader() {
    return new CodeReader(plan, plan.bytes(), body, place);
  }
}
