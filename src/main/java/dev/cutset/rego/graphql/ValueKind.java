package dev.cutset.rego.graphql;

/** What a value is; policies see the number. */
enum ValueKind {
  VARIABLE(0),
  INT(1),
  FLOAT(2),
  STRING(3),
  BLOCK(4),
  BOOLEAN(5),
  NULL(6),
  ENUM(7),
  LIST(8),
  OBJECT(9);

  private static final ValueKind[] ALL = values();

  private final long number;

  ValueKind(long number) {
    this.number = number;
  }

  long number() {
    return number;
  }

  static ValueKind of(long number) {
    if (number < 0 || number >= ALL.length) {
      throw new GraphqlException("GraphQL document has a value of the unknown kind " + number);
    }
    return ALL[(int) number];
  }
}
