package dev.cutset.catalog;

import java.util.Locale;

/** How those who use something come to use another copy of it once one has failed. */
public enum Failover {
  /** Something notices the failure and sends traffic to what still works. */
  AUTOMATIC,
  /** Whoever calls tries the next one by itself. */
  CLIENT,
  /** A person has to do it: until then the service is down. */
  MANUAL,
  /** Nothing does it. */
  NONE;

  /** Whether the service comes back without a person. */
  public boolean countsAsRedundancy() {
    return this == AUTOMATIC || this == CLIENT;
  }

  /** The word for it in configuration, policies and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
