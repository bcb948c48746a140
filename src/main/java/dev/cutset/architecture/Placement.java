package dev.cutset.architecture;

import dev.cutset.catalog.Scope;
import org.jspecify.annotations.Nullable;

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

  /** Written out, as in {@link dev.cutset.stack.Urn}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Placement placement
        && zoneKnown == placement.zoneKnown
        && domain.equals(placement.domain);
  }

  @Override
  public int hashCode() {
    return domain.hashCode() * 31 + Boolean.hashCode(zoneKnown);
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
