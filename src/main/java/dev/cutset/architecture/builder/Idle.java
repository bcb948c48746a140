package dev.cutset.architecture.builder;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Standby;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what was built for redundancy, but which nothing leads to. */
final class Idle {
  private static final Pattern REGION_WORDS =
      Pattern.compile(
          "(?<![a-z])(?:us|eu|ap|ca|sa|me|af|il|mx)?[-_ ]?(?:(?:north|south)?(?:east|west)|north|south"
              + "|central|us|eu|ap|primary|secondary|first|second|main|dr)[-_ ]?\\d*(?![a-z])[-_ ]?");

  private final Drafts drafts;

  Idle(Drafts drafts) {
    this.drafts = drafts;
  }

  /** A gateway that no name answers with, while its twin is answered. */
  Set<Urn> findUnanswered(List<DnsNames.Name> names, Set<Urn> reached) {
    List<Draft> unanswered =
        drafts.all().stream()
            .filter(draft -> draft.is(Role.GATEWAY) && !draft.replicas().isEmpty())
            .filter(gateway -> !reached.contains(gateway.urn()))
            .toList();
    Set<Urn> idle = new LinkedHashSet<>();
    if (unanswered.isEmpty()) {
      return idle;
    }
    Map<String, List<Answered>> answered = answered(names);
    for (Draft gateway : unanswered) {
      Set<Draft> answers = new LinkedHashSet<>();
      for (String likeness : likenesses(gateway)) {
        answered.getOrDefault(likeness, List.of()).stream()
            .filter(other -> areTwins(other.gateway(), gateway))
            .forEach(other -> answers.add(other.answers()));
      }
      answers.forEach(draft -> draft.standBy(standby(Standby.Kind.UNANSWERED, gateway)));
      if (!answers.isEmpty()) {
        idle.add(gateway.urn());
      }
    }
    return idle;
  }

  /** A name, and a gateway that it leads to. */
  private record Answered(Draft answers, Draft gateway) {}

  private Map<String, List<Answered>> answered(List<DnsNames.Name> names) {
    Reachability reachability = new Reachability(drafts);
    Map<String, List<Answered>> answered = new HashMap<>();
    for (DnsNames.Name name : names) {
      for (DnsNames.Way way : name.ways()) {
        for (Urn urn : reachability.from(List.copyOf(way.answers().needs()))) {
          drafts
              .find(urn)
              .filter(draft -> draft.is(Role.GATEWAY))
              .map(gateway -> new Answered(way.answers(), gateway))
              .ifPresent(
                  one ->
                      likenesses(one.gateway())
                          .forEach(
                              key ->
                                  answered.computeIfAbsent(key, k -> new ArrayList<>()).add(one)));
        }
      }
    }
    return answered;
  }

  /** What twins have in common, one or the other. */
  private static List<String> likenesses(Draft gateway) {
    String type = gateway.known().resource().type();
    List<String> likenesses = new ArrayList<>();
    likenesses.add(type + " named " + withoutRegion(gateway.name()));
    if (!gateway.balanced().isEmpty()) {
      likenesses.add(type + " before " + new TreeSet<>(gateway.balanced()));
    }
    return likenesses;
  }

  /**
   * A node that its balancer does not send to, while its twin is sent to.
   *
   * @return whether there is any
   */
  boolean findUnattached(Set<Urn> reached) {
    Map<String, List<Draft>> unreached = new HashMap<>();
    for (Draft node : drafts.all()) {
      if (node.is(Role.COMPUTE) && !reached.contains(node.urn()) && !node.replicas().isEmpty()) {
        unreached.computeIfAbsent(Usage.stem(node), stem -> new ArrayList<>()).add(node);
      }
    }
    boolean found = false;
    for (Draft balancer : unreached.isEmpty() ? List.<Draft>of() : drafts.all()) {
      for (Urn target : balancer.balanced()) {
        List<Draft> twins =
            drafts.find(target).map(Usage::stem).map(unreached::get).orElse(List.of());
        twins.forEach(twin -> balancer.standBy(standby(Standby.Kind.UNATTACHED, twin)));
        found |= !twins.isEmpty();
      }
    }
    return found;
  }

  /** Machines of which users reach one each, while others like it could do their work. */
  void findUnbalanced(List<EntryPoint> entryPoints) {
    for (EntryPoint entry : entryPoints) {
      if (entry.need() instanceof Need.Any any && any.failover() == Failover.NONE) {
        List<Draft> machines =
            any.needs().stream()
                .flatMap(Purpose::singles)
                .flatMap(need -> drafts.find(need.component()).stream())
                .toList();
        machines
            .subList(1, machines.size())
            .forEach(other -> machines.get(0).standBy(standby(Standby.Kind.UNATTACHED, other)));
      }
    }
  }

  /** Of one type, and with the same targets or, in another region, the same name but for that. */
  private static boolean areTwins(Draft one, Draft other) {
    return one.known().resource().type().equals(other.known().resource().type())
        && ((!one.balanced().isEmpty() && one.balanced().equals(other.balanced()))
            || (!regions(one).equals(regions(other))
                && withoutRegion(one.name()).equals(withoutRegion(other.name()))));
  }

  private static Set<String> regions(Draft draft) {
    return draft.replicas().stream()
        .flatMap(replica -> replica.placement().domain().at(Scope.REGION).stream())
        .map(Domain::key)
        .collect(Collectors.toSet());
  }

  private static String withoutRegion(String name) {
    return REGION_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static Standby standby(Standby.Kind kind, Draft draft) {
    return new Standby(kind, draft.urn(), draft.name(), draft.replicas());
  }
}
