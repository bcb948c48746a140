package dev.cutset.rego.graphql;

/** What queries can ask for. */
public final class GraphqlSchema {
  private final Schema schema;

  private GraphqlSchema(Schema schema) {
    this.schema = schema;
  }

  /**
   * The schema that a document defines.
   *
   * @throws GraphqlException saying why it defines none
   */
  public static GraphqlSchema of(GraphqlDocument document) {
    return new GraphqlSchema(SchemaBuilder.build(document.node(), document.newEffort()));
  }

  /**
   * Checks a query, which cannot be checked again: what is found is noted in it.
   *
   * @param told whether all mistakes are to be told; else the first one ends the check
   * @throws GraphqlException if the query does not fit
   */
  public void check(GraphqlDocument query, boolean told) {
    Effort effort = query.newEffort();
    Mistakes mistakes = new Mistakes(told, effort);
    new QueryWalk(new QueryContext(schema, query.node(), effort, mistakes)).walk();
    mistakes.refuse();
  }
}
