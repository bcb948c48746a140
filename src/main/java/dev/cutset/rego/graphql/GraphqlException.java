package dev.cutset.rego.graphql;

/**
 * A document that is no GraphQL, a schema that is none, or a query that does not fit its schema.
 */
public class GraphqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GraphqlException(String message) {
    // Without a stack trace: to most policies this is an everyday `false`.
    super(message, null, false, false);
  }
}
