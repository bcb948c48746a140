package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.declared.Relations.Relation;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.ResourceType;
import dev.cutset.catalog.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns declared relations into needs, balanced targets and standbys. */
final class DeclaredLinks {
  private final Declared declared;
  private final Relations relations;
  private final OpenEnds openEnds;
  private final Doubts doubts;
  private final Drafts drafts;
  private final ReservedNodes reserved;

  DeclaredLinks(
      Declared declared, Relations relations, OpenEnds openEnds, Doubts doubts, Drafts drafts) {
    this.declared = declared;
    this.relations = relations;
    this.openEnds = openEnds;
    this.doubts = doubts;
    this.drafts = drafts;
    this.reserved = new ReservedNodes(doubts, drafts);
  }

  /** Members and copies become part of what they belong to; must come before all else. */
  void absorbMembersAndCopies() {
    for (Known known : declared.all()) {
      for (Relation relation : relations.of(Link.Verb.MEMBER_OF, known)) {
        drafts.absorb(drafts.of(relation.object()), known);
      }
    }
    for (Known known : declared.all()) {
      List<Relation> copies = relations.of(Link.Verb.COPY_OF, known);
      for (Relation relation : copies) {
        if (isMeant(relation, copies)) {
          absorbCopy(relation);
        }
      }
    }
  }

  /** While it is not known whether a copy takes over by itself, it is said to do and not to do. */
  private boolean isMeant(Relation relation, List<Relation> all) {
    boolean takesOver = relation.failover().countsAsRedundancy();
    for (Relation other : all) {
      if (other.object().equals(relation.object())
          && other.failover().countsAsRedundancy() != takesOver) {
        decidedByConditions(relation);
        return takesOver == doubts.kindest();
      }
    }
    return true;
  }

  private void decidedByConditions(Relation relation) {
    for (Link link : relation.said().type().links()) {
      if (link.verb() == Link.Verb.COPY_OF) {
        link.when()
            .forEach(one -> doubts.undecided(relation.object(), relation.said(), one.path()));
      }
    }
  }

  private void absorbCopy(Relation relation) {
    Draft original = drafts.of(relation.object());
    Draft copy = drafts.of(relation.subject());
    if (original == copy) {
      return;
    }
    if (original.replicas().isEmpty()) {
      // A hub, such as a global cluster, holds nothing itself: the first copy is the original.
      drafts.absorb(copy, relation.object());
      return;
    }
    copy.isCopy();
    if (relation.failover().countsAsRedundancy()) {
      List<Replica> both = new ArrayList<>(original.replicas());
      both.addAll(copy.replicas());
      original.run(both, original.required(), relation.failover());
    } else {
      original.standBy(new Standby(Standby.Kind.MANUAL, copy.urn(), copy.name(), copy.replicas()));
      if (!copy.is(Role.STORAGE)) {
        // Stored objects can be read without their original; what takes writes passes them on.
        copy.need(new Need.On(original.urn(), relation.evidence()));
      }
    }
  }

  /** What computes, and is where the route table of a subnet leads to, forwards packets. */
  private void forward(Draft subject, Draft object) {
    boolean routes =
        relations.to(Link.Verb.NEEDS, subject.known()).stream()
            .anyMatch(relation -> isSubnet(relation.subject().type()));
    if (routes && object.is(Role.COMPUTE)) {
      object.becomeWayOut();
    }
  }

  /** Part of a network, in a zone or over all of them, that does nothing by itself. */
  private static boolean isSubnet(ResourceType type) {
    return type.role().isEmpty()
        && (type.place().stream().anyMatch(Place.Zone.class::isInstance)
            || type.network()
                .filter(network -> !network.within().isEmpty() && network.groups().isEmpty())
                .isPresent());
  }

  void connect() {
    for (Known known : declared.all()) {
      for (Relation relation : relations.of(Link.Verb.NEEDS, known)) {
        Draft subject = drafts.of(relation.subject());
        Draft object = drafts.of(relation.object());
        if (subject != object) {
          forward(subject, object);
          subject.need(drafts.on(relation.object(), relation.evidence()));
        }
      }
      sendTraffic(relations.of(Link.Verb.BALANCES, known));
    }
    relations.loose().forEach(l -> openEnds.hold(drafts.of(l.subject()), l.said(), l.path()));
  }

  private void sendTraffic(List<Relation> targets) {
    if (targets.isEmpty()) {
      return;
    }
    Known subject = targets.get(0).subject();
    if (reserved.areOwnNodesForAll(subject)) {
      List<Relation> others = reserved.free(targets);
      if (!others.isEmpty()) {
        drafts.within(subject).ifPresent(own -> standIn(drafts.of(subject), own, others));
      }
      return;
    }
    List<List<Relation>> choices = reserved.choices(targets);
    for (List<Relation> choice : choices) {
      for (Relation relation : choice) {
        balance(relation, choices.size() == 1);
      }
    }
  }

  /** What runs on the nodes of a cluster's own goes on with those of other groups. */
  private void standIn(Draft cluster, Draft own, List<Relation> others) {
    Need need = new Need.On(own.urn(), others.get(0).evidence());
    cluster.forget(Set.of(own.urn()));
    cluster.balance(own.urn(), need);
    for (Relation other : others) {
      balance(other, true);
      drafts.of(other.object()).isCopy();
    }
  }

  /** Sends to a target, be it one of several or one that cannot be missed. */
  private void balance(Relation relation, boolean oneOfThese) {
    Draft subject = drafts.of(relation.subject());
    Draft target = drafts.of(relation.object());
    Need need = drafts.on(relation.object(), relation.evidence());
    if (subject != target && oneOfThese) {
      subject.balance(target.urn(), need);
    } else if (subject != target) {
      subject.need(need);
    }
  }
}
