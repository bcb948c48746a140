package dev.cutset.cli;

/** How commands show what is no verdict. */
enum PlainFormat {
  TERMINAL,
  JSON;

  /** Reads it from its word. */
  static final class Word extends Words.ConstantWord<PlainFormat> {
    Word() {
      super(values());
    }
  }
}
