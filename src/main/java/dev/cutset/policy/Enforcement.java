package dev.cutset.policy;

import java.util.Locale;

/** What a finding does to the stack; the words are the Pulumi engine's. */
public enum Enforcement {
  DISABLED,
  ADVISORY,
  MANDATORY,
  REMEDIATE;

  /** The word for it in configuration, policies and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
