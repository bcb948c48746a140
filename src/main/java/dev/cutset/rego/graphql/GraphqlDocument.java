package dev.cutset.rego.graphql;

import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;

/** A query or a schema, as written; what it means is not looked at. */
public final class GraphqlDocument {
  private final Node node;
  private final Effort effort;

  private GraphqlDocument(Node node, Effort effort) {
    this.node = node;
    this.effort = effort;
  }

  /**
   * A query, of a text or of an object as {@link #tree} gives it.
   *
   * @param step is run for each bit of work, and may end it
   * @throws GraphqlException if it is none
   */
  public static GraphqlDocument query(RegoValue value, Runnable step) {
    Effort effort = new Effort(step);
    return new GraphqlDocument(
        value instanceof RegoString text
            ? QueryParser.parse(text.value(), effort)
            : new NodeReader(effort).read(Shape.QUERY, value),
        effort);
  }

  /**
   * A schema, of a text or of an object as {@link #tree} gives it.
   *
   * @param step is run for each bit of work, and may end it
   * @throws GraphqlException if it is none
   */
  public static GraphqlDocument schema(RegoValue value, Runnable step) {
    Effort effort = new Effort(step);
    return new GraphqlDocument(
        value instanceof RegoString text
            ? SchemaParser.parse(text.value(), effort)
            : new NodeReader(effort).read(Shape.SCHEMA_DOCUMENT, value),
        effort);
  }

  /** The parts of the document, without what is empty. */
  public RegoObject tree() {
    return NodeWriter.write(node);
  }

  Node node() {
    return node;
  }

  Effort effort() {
    return effort;
  }
}
