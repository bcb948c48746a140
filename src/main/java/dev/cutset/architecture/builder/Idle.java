package dev.cutset.architecture.builder;

import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what was built for redundancy, but which nothing leads to. */
final class Idle {
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
          && !gateway.replicas().isEmpty()
          && !gateway.balanced().isEmpty()) {
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
                other ->
                    other.is(Role.GATEWAY)
                        && other != gateway
                        && other.balanced().equals(gateway.balanced())
                        && other
                            .known()
                            .resource()
                            .type()
                            .equals(gateway.known().resource().type()));
  }

  private static Standby standby(Standby.Kind kind, Draft draft) {
    return new Standby(kind, draft.urn(), draft.name(), draft.replicas());
  }
}
