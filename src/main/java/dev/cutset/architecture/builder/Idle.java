package dev.cutset.architecture.builder;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Standby;
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
    Set<Urn> idle = new LinkedHashSet<>();
    for (Draft gateway : drafts.all()) {
      if (gateway.is(Role.GATEWAY)
          && !reached.contains(gateway.urn())
          && !gateway.replicas().isEmpty()) {
        names.stream()
            .flatMap(name -> name.ways().stream())
            .map(DnsNames.Way::answers)
            .filter(answers -> answersTwin(answers, gateway))
            .forEach(
                answers -> {
                  answers.standBy(standby(Standby.Kind.UNANSWERED, gateway));
                  idle.add(gateway.urn());
                });
      }
    }
    return idle;
  }

  /** A node that its balancer does not send to, while its twin is sent to. */
  void findUnattached(Set<Urn> reached) {
    Map<String, List<Draft>> unreached = new HashMap<>();
    for (Draft node : drafts.all()) {
      if (node.is(Role.COMPUTE) && !reached.contains(node.urn()) && !node.replicas().isEmpty()) {
        unreached.computeIfAbsent(Usage.stem(node), stem -> new ArrayList<>()).add(node);
      }
    }
    for (Draft balancer : drafts.all()) {
      for (Urn target : balancer.balanced()) {
        drafts.find(target).map(Usage::stem).map(unreached::get).stream()
            .flatMap(List::stream)
            .forEach(twin -> balancer.standBy(standby(Standby.Kind.UNATTACHED, twin)));
      }
    }
  }

  private boolean answersTwin(Draft answers, Draft gateway) {
    return new Reachability(drafts)
        .from(List.copyOf(answers.needs())).stream()
            .flatMap(urn -> drafts.find(urn).stream())
            .anyMatch(
                other -> other.is(Role.GATEWAY) && other != gateway && areTwins(other, gateway));
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
