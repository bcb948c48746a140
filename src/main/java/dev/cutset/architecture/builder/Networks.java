package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.catalog.ResourceType.Network;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** In which network (a VPC) a resource is. */
final class Networks {
  private final References references;
  private final Texts texts;

  Networks(References references, Texts texts) {
    this.references = references;
    this.texts = texts;
  }

  /** The network a component is in; empty when it is in none, or in one that is not declared. */
  Optional<String> of(Known known) {
    if (known.type().labels().isPresent()) {
      return Optional.of(Selections.namespace(known));
    }
    Optional<Urn> vpc = vpc(known);
    return vpc.isPresent() ? Optional.of(vpc.get().text()) : Optional.empty();
  }

  /** The network around a part of it. */
  Optional<Urn> around(Known known) {
    return outermost(known, new HashSet<>());
  }

  private Optional<Urn> vpc(Known known) {
    for (Known sayer : texts.sayers(known)) {
      Optional<Urn> found = outermost(sayer, new HashSet<>());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * The subnets that span zones, as in Azure, and so tell none, which it is in, or the card that it
   * has.
   */
  List<Known> subnetsOverZones(Known known) {
    List<Known> subnets = new ArrayList<>();
    for (Known sayer : texts.sayers(known)) {
      for (PropertyPath path : paths(sayer)) {
        subnets.addAll(references.find(sayer, path, Networks::isSubnetOverZones).resources());
      }
    }
    return subnets;
  }

  private static boolean isSubnetOverZones(Known known) {
    return known.type().role().isEmpty()
        && known.type().place().isEmpty()
        && !paths(known).isEmpty();
  }

  private static List<PropertyPath> paths(Known known) {
    return known.type().network().map(Network::within).orElse(List.of());
  }

  /** Whether it cannot be told yet in which network something is. */
  boolean isOpen(Known known) {
    return of(known).isEmpty()
        && known.type().network().stream()
            .flatMap(network -> network.within().stream())
            .anyMatch(path -> references.find(known, path, other -> true).open());
  }

  /** Whether it has a name for all networks, since nothing places it in one. */
  boolean isOutside(Known known) {
    Network network = known.type().network().orElse(null);
    if (network == null || !network.outside()) {
      return false;
    }
    for (PropertyPath path : network.within()) {
      if (!references.find(known, path, other -> true).equals(References.Found.NOTHING)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the type lives in a network at all. */
  static boolean concerns(Known known) {
    return known.type().network().isPresent();
  }

  private Optional<Urn> outermost(Known known, Set<Known> seen) {
    if (!seen.add(known) || known.type().network().isEmpty()) {
      return Optional.empty();
    }
    List<PropertyPath> within = known.type().network().get().within();
    for (PropertyPath path : within) {
      for (Known holder :
          references.find(known, path, other -> !other.urn().equals(known.urn())).resources()) {
        if (holder.type().network().filter(n -> !n.within().isEmpty()).isPresent()) {
          Optional<Urn> further = outermost(holder, seen);
          if (further.isPresent()) {
            return further;
          }
        } else if (holder.type().token().toLowerCase(Locale.ROOT).contains("vpc")
            || holder.type().token().contains("etwork")) {
          return Optional.of(holder.urn());
        }
      }
    }
    return Optional.empty();
  }
}
