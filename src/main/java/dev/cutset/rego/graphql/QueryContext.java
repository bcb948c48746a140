package dev.cutset.rego.graphql;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all rules about a query have to know. */
final class QueryContext {
  private final Schema schema;
  private final Node document;
  private final Effort effort;
  private final Mistakes mistakes;
  private @Nullable Node operation;

  QueryContext(Schema schema, Node document, Effort effort, Mistakes mistakes) {
    this.schema = schema;
    this.document = document;
    this.effort = effort;
    this.mistakes = mistakes;
  }

  Schema schema() {
    return schema;
  }

  Node document() {
    return document;
  }

  Effort effort() {
    return effort;
  }

  /** The operation that is looked at, if it is one and no fragment on its own. */
  @Nullable Node operation() {
    return operation;
  }

  void setOperation(@Nullable Node operation) {
    this.operation = operation;
  }

  /** The type at which an operation begins. */
  @Nullable Node root(Node operation) {
    return schema.roots().get(sort(operation));
  }

  /** Whether an operation is a query, a mutation or a subscription. */
  static String sort(Node operation) {
    String sort = operation.text("Operation");
    return sort.isEmpty() ? "query" : sort;
  }

  void mistake(Node at, Supplier<String> message) {
    mistakes.add(at.position(), message);
  }
}
