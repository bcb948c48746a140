package dev.cutset.architecture.builder;

import dev.cutset.architecture.Replica;
import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Software;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises the software that a computing component runs, and joins ensembles into one component.
 */
final class SelfRun {
  private final List<Software> known;
  private final Texts texts;
  private final Regions regions;
  private final Drafts drafts;
  private final Map<Draft, Software> recognised = new HashMap<>();

  SelfRun(List<Software> known, Texts texts, Regions regions, Drafts drafts) {
    this.known = known;
    this.texts = texts;
    this.regions = regions;
    this.drafts = drafts;
  }

  void recognise() {
    for (Draft draft : drafts.all()) {
      if (draft.is(Role.COMPUTE) && !isServerless(draft)) {
        find(draft.known())
            .ifPresent(
                software -> {
                  recognised.put(draft, software);
                  if (!software.majority() && software.role() != Role.GATEWAY) {
                    draft.run(software);
                  }
                });
      }
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

  /** It turns out to balance: it is what its software says. */
  void settle(Draft draft) {
    Software software = recognised.get(draft);
    if (software != null) {
      draft.run(software);
    }
  }

  /** Nodes of one ensemble are the replicas of one component that decides by majority. */
  void joinEnsembles() {
    Map<String, List<Draft>> ensembles = new LinkedHashMap<>();
    for (Draft draft : List.copyOf(drafts.all())) {
      Software software = recognised.get(draft);
      if (software != null && software.majority() && draft.is(Role.COMPUTE)) {
        String where = regions.region(draft.known()).key();
        ensembles
            .computeIfAbsent(software.name() + " " + where, key -> new ArrayList<>())
            .add(draft);
      }
    }
    ensembles.values().forEach(this::join);
  }

  private void join(List<Draft> nodes) {
    Draft first = nodes.get(0);
    Software software = recognised.getOrDefault(first, known.get(0));
    List<Replica> replicas = new ArrayList<>();
    nodes.forEach(node -> replicas.addAll(node.replicas()));
    for (Draft node : nodes.subList(1, nodes.size())) {
      node.needs().forEach(first::need);
      drafts.absorb(first, node.known());
    }
    first.run(replicas, replicas.size(), first.failover());
    first.run(software);
    first.decideByMajority();
    first.call(String.join(", ", nodes.stream().map(Draft::name).toList()), software.title());
  }

  private Optional<Software> find(Known component) {
    boolean opaque = false;
    StringBuilder all = new StringBuilder();
    for (Texts.Source source : texts.sources(component)) {
      Texts.in(source).forEach(text -> all.append(text).append('\n'));
      opaque |= Texts.opaque(source);
    }
    Optional<Software> running = Software.in(known, all.toString());
    if (running.isPresent() || opaque) {
      return running.or(() -> byName(component));
    }
    // A machine can run many things: data software has to be in its name as well as in its texts.
    return byName(component)
        .filter(software -> software.role() != Role.GATEWAY && !software.majority())
        .filter(software -> software.named().stream().anyMatch(all.toString()::contains));
  }

  private Optional<Software> byName(Known component) {
    List<String> words = List.of(component.name().toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
    return known.stream()
        .filter(software -> software.named().stream().anyMatch(words::contains))
        .findFirst();
  }
}
