package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.Relations.Relation;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups of nodes that a taint keeps for those who tolerate it: to everything else in the cluster
 * they are no stand-in for the other groups.
 */
final class ReservedNodes {
  private static final String TAINTS = "nodeTaints";
  private static final String OWN_TAINTS = "ownNodeTaints";
  private static final String EFFECT = "effect";

  private final Doubts doubts;
  private final Drafts drafts;

  ReservedNodes(Doubts doubts, Drafts drafts) {
    this.doubts = doubts;
    this.drafts = drafts;
  }

  /**
   * Those of the groups of a cluster on which anything can run, as choices that are all needed. If
   * none is of that kind nothing is left out; where that is not known, each may be the only one.
   */
  List<List<Relation>> choices(List<Relation> groups) {
    if (groups.size() < 2) {
      return List.of(groups);
    }
    List<Relation> free = new ArrayList<>();
    List<Relation> unsure = new ArrayList<>();
    for (Relation group : groups) {
      Truth reserved = isReserved(group.object());
      if (reserved == Truth.NO) {
        free.add(group);
      } else if (reserved == Truth.MAYBE) {
        unsure.add(group);
      }
    }
    if (free.size() == groups.size() || (free.isEmpty() && unsure.isEmpty())) {
      return List.of(groups);
    }
    if (unsure.isEmpty()) {
      return List.of(free);
    }
    unsure.forEach(this::noteUnknown);
    if (doubts.kindest()) {
      return List.of(groups);
    }
    return free.isEmpty() ? unsure.stream().map(List::of).toList() : List.of(free);
  }

  /** Whether a cluster has nodes of its own, on which all can run that its other groups take. */
  boolean areOwnNodesForAll(Known cluster) {
    if (drafts.within(cluster).filter(nodes -> nodes.is(Role.COMPUTE)).isEmpty()) {
      return false;
    }
    PropertyPath path = cluster.type().facts().get(OWN_TAINTS);
    Truth reserved = path == null ? Truth.NO : isReserved(cluster, path);
    if (path != null && reserved == Truth.MAYBE) {
      doubts.undecided(cluster, cluster, path);
      return doubts.kindest();
    }
    return reserved == Truth.NO;
  }

  /** Those that take anything, too. */
  List<Relation> free(List<Relation> groups) {
    List<Relation> free = new ArrayList<>();
    for (Relation group : groups) {
      Truth reserved = isReserved(group.object());
      boolean unsure = reserved == Truth.MAYBE;
      if (unsure) {
        noteUnknown(group);
      }
      if (unsure ? doubts.kindest() : reserved == Truth.NO) {
        free.add(group);
      }
    }
    return free;
  }

  private void noteUnknown(Relation group) {
    PropertyPath taints = Objects.requireNonNull(group.object().type().facts().get(TAINTS));
    doubts.undecided(group.subject(), group.object(), taints);
  }

  private static Truth isReserved(Known group) {
    PropertyPath path = group.type().facts().get(TAINTS);
    return path == null ? Truth.NO : isReserved(group, path);
  }

  private static Truth isReserved(Known group, PropertyPath path) {
    Truth reserved = Truth.NO;
    for (Value taint : path.in(group.resource())) {
      if (taint.equals(Value.of(false))) {
        continue;
      }
      String effect = effect(taint);
      if (effect == null) {
        reserved = Truth.MAYBE;
      } else if (!effect.startsWith("prefer")) {
        return Truth.YES;
      }
    }
    return reserved;
  }

  /** What it does to others, null while that is not known: a text ends in it, a block names it. */
  private static @Nullable String effect(Value taint) {
    Value told = taint instanceof Value.Fields fields ? fields.values().get(EFFECT) : taint;
    if (told == null) {
      return "";
    }
    return Reading.asText(told)
        .map(text -> text.substring(text.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT))
        .orElse(told.opaque() ? null : "");
  }
}
