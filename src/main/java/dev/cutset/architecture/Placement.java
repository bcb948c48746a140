package dev.cutset.architecture;

import dev.cutset.catalog.Scope;

/**
 * Where a replica is.
 *
 * @param domain the smallest domain around it
 * @param zoneKnown whether the zone is known; if not, the domain is a stand-in for the one zone of
 *     its region that it will turn out to be
 */
public record Placement(Domain domain, boolean zoneKnown) {

  public Placement {
    if (!zoneKnown && domain.scope() != Scope.ZONE) {
      throw new IllegalArgumentException("only a zone can be unknown: " + domain.key());
    }
  }

  /** A known place. */
  public static Placement in(Domain domain) {
    return new Placement(domain, true);
  }

  /** A zone of the region that is not known yet; places with the same label are the same zone. */
  public static Placement somewhere(Domain region, String label) {
    return new Placement(Domain.unknownZone(region, label), false);
  }
}
