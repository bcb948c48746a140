package dev.cutset.analysis;

import java.util.Locale;

/** What became of an entry point when something failed. */
public enum Verdict {
  DOWN,
  UNKNOWN,
  UP;

  /** The word for it in policies and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
