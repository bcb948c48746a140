package dev.cutset.architecture.draft;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Failover;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The copies of a draft: how many of them it takes, and how clients come from one to the next. */
final class DraftCopies {
  private List<Replica> all = new ArrayList<>();
  private int required;
  private boolean quorum;
  private Failover failover = Failover.AUTOMATIC;

  void run(List<Replica> copies, int needed, Failover clients) {
    all = new ArrayList<>(copies);
    required = copies.isEmpty() ? 0 : needed;
    failover = clients;
  }

  void decideByMajority() {
    quorum = true;
    required = all.isEmpty() ? 0 : all.size() / 2 + 1;
  }

  List<Replica> all() {
    return all;
  }

  int required() {
    return required;
  }

  boolean quorum() {
    return quorum;
  }

  Failover failover() {
    return failover;
  }

  /** The copies of one resource need something more. */
  void need(Urn resource, Need need) {
    all.replaceAll(
        replica ->
            replica.resource().equals(resource)
                ? replica.needing(Need.all(List.of(replica.need(), need)))
                : replica);
  }

  /** Drops every need for these, wherever it stands alone or among others. */
  void forget(Set<Urn> others) {
    all.replaceAll(replica -> replica.needing(NeedTrees.without(replica.need(), others)));
  }

  /** Hands over what any of them needs. */
  void forEachNeed(Consumer<Need> taker) {
    for (Replica replica : all) {
      if (!replica.need().equals(Need.NOTHING)) {
        taker.accept(replica.need());
      }
    }
  }
}
