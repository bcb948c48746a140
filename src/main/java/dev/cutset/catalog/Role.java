package dev.cutset.catalog;

import java.util.Locale;

/** What a component is for. */
public enum Role {
  DNS,
  GATEWAY,
  COMPUTE,
  DATABASE,
  CACHE,
  QUEUE,
  STORAGE,
  COORDINATOR,
  NETWORK,
  CONTROL_PLANE;

  /** The word for it in configuration, policies and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
