package dev.cutset.cli;

/** What the process ends with, for whoever called it. */
final class ExitCode {
  static final int NOTHING_BLOCKS = 0;
  static final int BLOCKED = 1;
  static final int WRONG_USE = 2;
  static final int UNREADABLE = 3;
  static final int INTERNAL = 4;

  private ExitCode() {}
}
