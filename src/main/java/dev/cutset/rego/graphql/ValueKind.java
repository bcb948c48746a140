package dev.cutset.rego.graphql;

/** What a value is; policies see the number. */
enum ValueKind {
  VARIABLE,
  INT,
  FLOAT,
  STRING,
  BLOCK,
  BOOLEAN,
  NULL,
  ENUM,
  LIST,
  OBJECT;

  private static final ValueKind[] ALL = values();

  static ValueKind of(long number) {
    if (number < 0 || number >= ALL.length) {
      throw new GraphqlException("GraphQL document has a value of the unknown kind " + number);
    }
    return ALL[(int) number];
  }
}
