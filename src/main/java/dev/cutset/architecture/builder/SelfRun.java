package dev.cutset.architecture.builder;

import dev.cutset.architecture.Replica;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Copies;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Software;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the software that a computing component runs, and joins ensembles into one component.
 */
final class SelfRun {
  private static final Optional<Copies.Needed> MAJORITY = Optional.of(Copies.Needed.MAJORITY);

  private final Recognition recognition;
  private final Firewalls firewalls;
  private final Networks networks;
  private final Regions regions;
  private final Drafts drafts;
  private final Map<Draft, Software> recognised = new HashMap<>();

  SelfRun(
      Recognition recognition,
      Firewalls firewalls,
      Networks networks,
      Regions regions,
      Drafts drafts) {
    this.recognition = recognition;
    this.firewalls = firewalls;
    this.networks = networks;
    this.regions = regions;
    this.drafts = drafts;
  }

  void recognise() {
    boolean portsTell = firewalls.admitToAny(recognition.portsOfData());
    for (Draft draft : drafts.all()) {
      if (draft.is(Role.COMPUTE) && !isServerless(draft)) {
        Optional<Software> software = recognition.of(draft.known());
        if (software.isEmpty() && portsTell && Purpose.isMachine(draft)) {
          software = admittedTo(draft.known());
        }
        software.ifPresent(one -> runs(draft, one));
      }
    }
  }

  /** A machine of which nothing else is told is what its firewall lets others come to. */
  private Optional<Software> admittedTo(Known machine) {
    return recognition.admittedTo(machine, firewalls.portsOf(machine));
  }

  private void runs(Draft draft, Software software) {
    recognised.put(draft, software);
    if (!software.ingressClasses().isEmpty()
        || (!software.ensemble() && software.role() != Role.GATEWAY)) {
      draft.run(software);
    }
  }

  /** A function is named for what it uses, not for what it runs. */
  private static boolean isServerless(Draft draft) {
    return !draft.replicas().isEmpty() && draft.replicas().stream().noneMatch(Replica::failsAlone);
  }

  boolean mayBalance(Draft draft) {
    Software software = recognised.get(draft);
    return software != null && software.role() == Role.GATEWAY;
  }

  /** The classes of ingresses that it carries out. */
  Set<String> ingressClasses(Draft draft) {
    Software software = recognised.get(draft);
    return software == null ? Set.of() : software.ingressClasses();
  }

  /** It turns out to balance: it is what its software says. */
  void settle(Draft draft) {
    Software software = recognised.get(draft);
    if (software != null) {
      draft.run(software);
    }
  }

  /** Nodes of one ensemble are the replicas of one component, which decides or is replicated. */
  void joinEnsembles() {
    Map<String, Ensemble> ensembles = new LinkedHashMap<>();
    Map<String, Ensemble> clusters = new LinkedHashMap<>();
    for (Draft draft : List.copyOf(drafts.all())) {
      Software software = recognised.get(draft);
      if (software == null) {
        continue;
      }
      String where = software.name() + " " + regions.region(draft.known()).key();
      if (software.ensemble() && draft.is(Role.COMPUTE)) {
        add(ensembles, where, software, draft);
      } else if (software.clustered().isPresent() && draft.is(software.role())) {
        add(clusters, cluster(draft, software, where), software, draft);
      }
    }
    ensembles.values().forEach(this::join);
    clusters.values().stream().filter(cluster -> cluster.nodes().size() > 1).forEach(this::join);
  }

  /** Those that vote are one cluster wherever they are, if they are made alike in one network. */
  private String cluster(Draft draft, Software software, String where) {
    return software
        .clustered()
        .filter(Copies.Needed.MAJORITY::equals)
        .flatMap(needed -> networks.of(draft.known()))
        .map(network -> software.name() + " " + network + " " + Usage.family(draft))
        .orElseGet(() -> where + " " + Usage.stem(draft));
  }

  private static void add(Map<String, Ensemble> all, String key, Software software, Draft node) {
    all.computeIfAbsent(key, k -> new Ensemble(software, new ArrayList<>())).nodes().add(node);
  }

  private record Ensemble(Software software, List<Draft> nodes) {}

  private void join(Ensemble ensemble) {
    List<Draft> nodes = ensemble.nodes();
    Software software = ensemble.software();
    Draft joined = drafts.join(nodes, software.title());
    joined.run(software);
    if (software.majority() || software.clustered().equals(MAJORITY)) {
      joined.decideByMajority();
    } else {
      joined.run(joined.replicas(), 1, Failover.CLIENT);
    }
  }
}
