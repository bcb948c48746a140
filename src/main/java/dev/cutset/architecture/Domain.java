package dev.cutset.architecture;

import dev.cutset.catalog.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure domain: what fails together.
 *
 * @param key what tells it from all others
 * @param scope its level; never {@link Scope#INSTANCE}, an instance is a replica
 * @param name what people call it
 * @param parent the larger domain around it
 */
public record Domain(String key, Scope scope, String name, Optional<Domain> parent) {

  public Domain {
    if (scope == Scope.INSTANCE) {
      throw new IllegalArgumentException("an instance is a replica, not a domain");
    }
    if (parent.isPresent() && parent.get().scope().compareTo(scope) <= 0) {
      throw new IllegalArgumentException(key + " lies in the smaller " + parent.get().key());
    }
  }

  /** Written out, as in {@link dev.cutset.stack.Urn}; most often the keys decide. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Domain domain
            && key.equals(domain.key)
            && scope == domain.scope
            && name.equals(domain.name)
            && parent.equals(domain.parent);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** A whole cloud. */
  public static Domain cloud(String cloud) {
    return new Domain(cloud, Scope.CLOUD, cloud, Optional.empty());
  }

  /** A region of a cloud. */
  public static Domain region(Domain cloud, String name) {
    return new Domain(cloud.key() + "/" + name, Scope.REGION, name, Optional.of(cloud));
  }

  /** A zone of a region. */
  public static Domain zone(Domain region, String name) {
    return new Domain(region.key() + "/" + name, Scope.ZONE, name, Optional.of(region));
  }

  /** A zone of a region of which only the label is known: what it is the zone of. */
  public static Domain unknownZone(Domain region, String label) {
    String name = label.isEmpty() ? "a zone of " + region.name() : "the zone of " + label;
    return new Domain(region.key() + "/?" + label, Scope.ZONE, name, Optional.of(region));
  }

  /** A DNS provider; it stands beside the regions of its cloud. */
  public static Domain dnsProvider(Domain cloud, String name) {
    return new Domain("dns:" + name, Scope.PROVIDER, name, Optional.of(cloud));
  }

  /** The domain of the given scope that this one is, or lies in. */
  public Optional<Domain> at(Scope wanted) {
    return scope == wanted ? Optional.of(this) : parent.flatMap(p -> p.at(wanted));
  }
}
