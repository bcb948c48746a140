package dev.cutset.architecture;

import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Locale;

/**
 * What could take over but does not count, because it takes a person, or because nothing leads to
 * it.
 */
public record Standby(Kind kind, Urn component, String name, List<Replica> replicas) {

  public Standby {
    replicas = List.copyOf(replicas);
  }

  /** Why it does not count. */
  public enum Kind {
    /** No copy of it runs. */
    COLD,
    /** A person must promote it. */
    MANUAL,
    /** DNS does not answer with it. */
    UNANSWERED,
    /** DNS would answer with it, but no health check tells it to. */
    UNCHECKED,
    /** No balancer sends to it. */
    UNATTACHED;

    /** The word for it in policies and reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
