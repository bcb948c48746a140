package dev.cutset.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Software that people run themselves, recognised by what installs or starts it.
 *
 * @param name what the catalog calls it
 * @param title what people call it
 * @param role what a component that runs it is for
 * @param majority whether its nodes decide by majority
 * @param replicated whether one of its nodes takes over from another, by votes that are kept
 *     elsewhere
 * @param clustered how many of its nodes are needed when several are made alike, of software that
 *     several nodes run together or one alone
 * @param runs what shows in a text that installs or starts it
 * @param named words of a resource's name that suggest it
 * @param ports where it listens, if nothing else does
 * @param ingressClasses the classes of Kubernetes' ingresses that it carries out
 * @param remedy how to make it redundant, by the scope of the failure to survive
 */
public record Software(
    String name,
    String title,
    Role role,
    boolean majority,
    boolean replicated,
    Optional<Copies.Needed> clustered,
    List<Sign> runs,
    List<String> named,
    Set<Integer> ports,
    Set<String> ingressClasses,
    Map<Scope, String> remedy) {

  public Software {
    runs = List.copyOf(runs);
    named = List.copyOf(named);
    ports = Set.copyOf(ports);
    ingressClasses = Set.copyOf(ingressClasses);
    remedy = Collections.unmodifiableMap(new LinkedHashMap<>(remedy));
  }

  /** All that is known. */
  public static List<Software> all() {
    return new SoftwareReader().read(PackedCatalog.bundled().software());
  }

  /** Whether its nodes together are one thing. */
  public boolean ensemble() {
    return majority || replicated;
  }

  /** Whether a text installs or starts it. */
  public boolean runsIn(String text) {
    for (Sign sign : runs) {
      if (sign.in(text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something that listens there and nowhere else can only be this. */
  public boolean listensOn(Set<Integer> all) {
    return !all.isEmpty() && ports.containsAll(all);
  }

  /** The first that a text installs or starts. */
  public static Optional<Software> in(List<Software> all, String text) {
    for (Software software : all) {
      if (software.runsIn(text)) {
        return Optional.of(software);
      }
    }
    return Optional.empty();
  }
}
