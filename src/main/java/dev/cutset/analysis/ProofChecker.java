package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Accepts or rejects a proof, by reading the architecture and nothing else.
 *
 * <p>It shares no code with the solver on purpose: a mistake in one is caught by the other. A list
 * of fallen components is right when each falls with only those before it fallen. A set of standing
 * components is right when each stands with only the set standing, because health is the greatest
 * fixed point.
 */
public final class ProofChecker {
  private final Architecture architecture;
  private final Completion completion;

  public ProofChecker(Architecture architecture, Completion completion) {
    this.architecture = architecture;
    this.completion = completion;
  }

  /** What is wrong with the proof; empty when it holds. */
  public Optional<String> objection(Proof proof) {
    return proof instanceof Proof.Down down ? objection(down) : objection((Proof.Up) proof);
  }

  private Optional<String> objection(Proof.Down proof) {
    Set<Urn> fallen = new HashSet<>();
    Predicate<Urn> up = urn -> !fallen.contains(urn);
    for (Urn urn : proof.fallen()) {
      if (works(component(urn), proof.failure(), up)) {
        return Optional.of("`" + urn + "` would not fall with what fell before it");
      }
      fallen.add(urn);
    }
    return met(proof.entryPoint().need(), up)
        ? Optional.of("`" + proof.entryPoint().name() + "` would still be served")
        : Optional.empty();
  }

  private Optional<String> objection(Proof.Up proof) {
    Predicate<Urn> up = proof.standing()::contains;
    for (Urn urn : proof.standing()) {
      if (!works(component(urn), proof.failure(), up)) {
        return Optional.of("`" + urn + "` would not stand with what is said to stand");
      }
    }
    return met(proof.entryPoint().need(), up)
        ? Optional.empty()
        : Optional.of("`" + proof.entryPoint().name() + "` would not be served");
  }

  private Component component(Urn urn) {
    Component component = architecture.components().get(urn);
    if (component == null) {
      throw new IllegalArgumentException("the proof names `" + urn + "`, which is not there");
    }
    return component;
  }

  private boolean works(Component component, Failure failure, Predicate<Urn> up) {
    if (!met(component.need(), up)) {
      return false;
    }
    long alive =
        component.replicas().stream()
            .filter(replica -> !dies(replica, failure) && met(replica.need(), up))
            .count();
    return alive >= component.required();
  }

  private boolean met(Need need, Predicate<Urn> up) {
    if (need instanceof Need.On on) {
      return up.test(on.component());
    } else if (need instanceof Need.All all) {
      return all.needs().stream().allMatch(each -> met(each, up));
    } else if (need instanceof Need.Any any) {
      return any.failover().countsAsRedundancy()
          ? any.needs().stream().anyMatch(each -> met(each, up))
          : met(any.needs().get(0), up);
    } else if (need instanceof Need.AtLeast some) {
      return some.needs().stream().filter(each -> met(each, up)).count() >= some.least();
    }
    throw new IllegalStateException("a need of a kind that is not known: " + need);
  }

  private boolean dies(Replica replica, Failure failure) {
    if (failure.scope() == Scope.INSTANCE) {
      return replica.failsAlone() && failure.key().equals("replica:" + replica.id());
    }
    if (failure.scope() == Scope.ZONE
        && completion == Completion.HARSHEST
        && !replica.placement().zoneKnown()) {
      String region = replica.placement().domain().parent().orElseThrow().key();
      return failure.key().startsWith(region + "/");
    }
    for (Optional<Domain> at = Optional.of(replica.placement().domain());
        at.isPresent();
        at = at.get().parent()) {
      if (at.get().key().equals(failure.key())) {
        return true;
      }
    }
    return false;
  }
}
