package dev.cutset.rego.graphql;

import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.function.BiFunction;

/** A query or a schema, as written; what it means is not looked at. */
public final class GraphqlDocument {
  private final Node node;
  private final Runnable step;

  private GraphqlDocument(Node node, Runnable step) {
    this.node = node;
    this.step = step;
  }

  /**
   * A query, of a text or of an object as {@link #tree} gives it.
   *
   * @param step is run for each bit of work, and may end it
   * @throws GraphqlException if it is none
   */
  public static GraphqlDocument query(RegoValue value, Runnable step) {
    return read(value, step, QueryParser::parse, Shape.QUERY);
  }

  /**
   * A schema, of a text or of an object as {@link #tree} gives it.
   *
   * @param step is run for each bit of work, and may end it
   * @throws GraphqlException if it is none
   */
  public static GraphqlDocument schema(RegoValue value, Runnable step) {
    return read(value, step, SchemaParser::parse, Shape.SCHEMA_DOCUMENT);
  }

  private static GraphqlDocument read(
      RegoValue value, Runnable step, BiFunction<String, Effort, Node> parser, Shape shape) {
    Effort effort = new Effort(step);
    Node node =
        value instanceof RegoString text
            ? parser.apply(text.value(), effort)
            : new NodeReader(effort).read(shape, value);
    return new GraphqlDocument(node, step);
  }

  /** The parts of the document, without what is empty. */
  public RegoObject tree() {
    return NodeWriter.write(node);
  }

  Node node() {
    return node;
  }

  /** For one more question about the document. */
  Effort newEffort() {
    return new Effort(step);
  }
}
