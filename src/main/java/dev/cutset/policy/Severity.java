package dev.cutset.policy;

import java.util.Locale;

/** How bad a finding is; the words are the Pulumi engine's. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The word for it in policies and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
