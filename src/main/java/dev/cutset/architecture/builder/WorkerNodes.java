package dev.cutset.architecture.builder;

import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

  WorkerNodes(Purpose purpose, Networks networks, Drafts drafts) {
    this.purpose = purpose;
    this.networks = networks;
    this.drafts = drafts;
  }

  /** Those among some machines, cluster by cluster: what runs on one can run on the others. */
  List<List<Draft>> clusters(List<Draft> machines) {
    List<List<Draft>> clusters = new ArrayList<>();
    for (Draft machine : machines) {
      if (isWorker(machine)) {
        clusterOf(machine, clusters).add(machine);
      }
    }
    return clusters;
  }

  private List<Draft> clusterOf(Draft machine, List<List<Draft>> clusters) {
    for (List<Draft> cluster : clusters) {
      if (areBeside(cluster.get(0), machine)) {
        return cluster;
      }
    }
    List<Draft> another = new ArrayList<>();
    clusters.add(another);
    return another;
  }

  private boolean isWorker(Draft draft) {
    return draft.is(Role.COMPUTE)
        && Purpose.isMachine(draft)
        && !purpose.isNamed(draft, HEAD)
        && (purpose.isNamed(draft, ORCHESTRATOR)
            ? purpose.isNamed(draft, WORKER) || purpose.isNamed(draft, NODE)
            : purpose.isNamed(draft, WORKER) && hasHead(draft));
  }

  private boolean hasHead(Draft draft) {
    for (Draft other : drafts.all()) {
      if (other.is(Role.COMPUTE) && purpose.isNamed(other, HEAD) && areBeside(draft, other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two are in one network, or neither in any that is told. */
  private boolean areBeside(Draft one, Draft other) {
    return networks.of(one.known()).equals(networks.of(other.known()));
  }
}
