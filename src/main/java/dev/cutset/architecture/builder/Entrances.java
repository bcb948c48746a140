package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Truth;

/** Which balancers users can come in by, and which are there for what is in their network. */
final class Entrances {
  private final Reading reading;

  Entrances(Reading reading) {
    this.reading = reading;
  }

  /** Whether it is a balancer of a kind that can be public, and is known not to be. */
  boolean isInner(Draft draft) {
    return is(draft, Truth.NO);
  }

  /** Whether nobody can tell yet if it is public. */
  boolean mayBeInner(Draft draft) {
    return is(draft, Truth.MAYBE);
  }

  private boolean is(Draft draft, Truth open) {
    return draft.is(Role.GATEWAY)
        && Networks.concerns(draft.known())
        && draft
            .known()
            .type()
            .entry()
            .filter(entry -> reading.holds(draft.known(), entry.when()) == open)
            .isPresent();
  }
}
