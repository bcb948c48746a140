package dev.cutset.rego;

/** Statements one after the other, until one is undefined or leaves. */
final class Block {
  private final Statement[] statements;
  private final Expression[] expressions;

  Block(Statement[] statements, Expression[] expressions) {
    this.statements = statements;
    this.expressions = expressions;
  }

  int run(Frame frame) {
    Tracer tracer = frame.evaluation.tracer();
    if (tracer != null) {
      return tracer.run(frame, statements, expressions);
    }
    for (Statement statement : statements) {
      int flow = statement.run(frame);
      if (flow != Statement.NEXT) {
        return flow;
      }
    }
    return Statement.NEXT;
  }
}
