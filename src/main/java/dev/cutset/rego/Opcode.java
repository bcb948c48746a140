package dev.cutset.rego;

/** The statements of a packed plan, each with the number that it has there. */
enum Opcode {
  BLOCKS,
  BREAK(true),
  NOT,
  SCAN,
  WITH(true),
  RETURN(true),
  SOLUTION(true),
  NOP,
  CALL_FUNCTION,
  CALL_BUILTIN,
  CALL_OF_NO_DOCUMENT,
  CALL_DYNAMIC,
  EQUAL,
  NOT_EQUAL,
  IS_ARRAY,
  IS_OBJECT,
  IS_SET,
  IS_DEFINED(true),
  IS_UNDEFINED(true),
  ASSIGN(true),
  ASSIGN_ONCE(true),
  ASSIGN_INTEGER(true),
  ASSIGN_NUMBER(true),
  ASSIGN_NULL(true),
  MAKE_ARRAY(true),
  MAKE_OBJECT(true),
  MAKE_SET(true),
  RESET(true),
  LENGTH,
  DOT,
  APPEND(true),
  ADD(true),
  INSERT(true),
  INSERT_ONCE(true),
  MERGE;

  private static final Opcode[] ALL = values();

  private final boolean silent;

  Opcode() {
    this(false);
  }

  Opcode(boolean silent) {
    this.silent = silent;
  }

  /** The number that it has in a packed plan: another order here is another version of the form. */
  @SuppressWarnings("EnumOrdinal") // a test holds that what was packed is what is read
  int number() {
    return ordinal();
  }

  static Opcode of(int number) {
    return ALL[number];
  }

  /** Whether it never fails, or asks only whether a rule has a value yet. */
  boolean isSilent() {
    return silent;
  }
}
