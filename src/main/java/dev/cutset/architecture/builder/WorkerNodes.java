package dev.cutset.architecture.builder;

import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Machines that run whatever a cluster sends to them that people run themselves. */
final class WorkerNodes {
  private static final Pattern HEAD =
      Pattern.compile("(?<![a-z])(?:masters?|control[-_. ]?planes?|managers?)(?![a-z])");
  private static final Pattern WORKER =
      Pattern.compile("(?<![a-z])(?:workers?|agents?|slaves?|minions?)(?![a-z])");
  private static final Pattern NODE = Pattern.compile("(?<![a-z])nodes?(?![a-z])");
  private static final Pattern ORCHESTRATOR =
      Pattern.compile("(?<![a-z])(?:k8s|k3s|rke2?|kube|kubernetes|swarm)(?![a-z])");

  private final Purpose purpose;
  private final Networks networks;
  private final Drafts drafts;
  private @Nullable Set<Optional<String>> withHead;

  WorkerNodes(Purpose purpose, Networks networks, Drafts drafts) {
    this.purpose = purpose;
    this.networks = networks;
    this.drafts = drafts;
  }

  /** Those among some machines, network by network: what runs on one can run on the others. */
  Collection<List<Draft>> clusters(List<Draft> machines) {
    Map<Optional<String>, List<Draft>> clusters = new LinkedHashMap<>();
    for (Draft machine : machines) {
      if (isWorker(machine)) {
        clusters
            .computeIfAbsent(networks.of(machine.known()), network -> new ArrayList<>())
            .add(machine);
      }
    }
    return clusters.values();
  }

  private boolean isWorker(Draft draft) {
    return draft.is(Role.COMPUTE)
        && Purpose.isMachine(draft)
        && !purpose.isNamed(draft, HEAD)
        && (purpose.isNamed(draft, ORCHESTRATOR)
            ? purpose.isNamed(draft, WORKER) || purpose.isNamed(draft, NODE)
            : purpose.isNamed(draft, WORKER)
                && networksWithHead().contains(networks.of(draft.known())));
  }

  private Set<Optional<String>> networksWithHead() {
    Set<Optional<String>> known = withHead;
    if (known == null) {
      known = new HashSet<>();
      for (Draft draft : drafts.all()) {
        if (draft.is(Role.COMPUTE) && purpose.isNamed(draft, HEAD)) {
          known.add(networks.of(draft.known()));
        }
      }
      withHead = known;
    }
    return known;
  }
}
