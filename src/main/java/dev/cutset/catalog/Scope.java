package dev.cutset.catalog;

import java.util.Locale;

/** The level of a failure, smallest first. */
public enum Scope {
  INSTANCE,
  ZONE,
  REGION,
  PROVIDER,
  CLOUD;

  /** The word for it in configuration, policies and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
