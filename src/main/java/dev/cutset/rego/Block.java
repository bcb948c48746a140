package dev.cutset.rego;

/** Statements one after the other, until one is undefined or leaves. */
final class Block {
  private final Statement[] statements;

  Block(Statement[] statements) {
    this.statements = statements;
  }

  int run(Frame frame) {
    for (Statement statement : statements) {
      int flow = statement.run(frame);
      if (flow != Statement.NEXT) {
        return flow;
      }
    }
    return Statement.NEXT;
  }
}
