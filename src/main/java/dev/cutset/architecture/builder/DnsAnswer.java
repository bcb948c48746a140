package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared.Known;
import java.util.Optional;

/**
 * One answer to a name.
 *
 * @param target what the answer leads to, where it is in this stack
 * @param need what it takes for the answer to be of use
 * @param routing when the answer is given
 * @param checked whether the answer is withheld while its target is unhealthy
 * @param doubtful whether it is not known if this is an answer to visitors at all
 */
record DnsAnswer(
    Optional<Known> target, Need need, Routing routing, boolean checked, boolean doubtful) {

  /** When an answer is given. */
  enum Routing {
    /** Together with the others: clients try the next one. */
    ALL,
    /** To some clients, or for some part of the time. */
    CHOSEN,
    /** While the primary is healthy. */
    PRIMARY,
    /** While the primary is not. */
    SECONDARY,
    /** Never, as long as its weight is zero and another answer is healthy. */
    NEVER
  }
}
