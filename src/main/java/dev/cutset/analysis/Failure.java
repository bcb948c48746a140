package dev.cutset.analysis;

import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.Optional;

/**
 * One thing going away: a replica, or a failure domain with all that is in it.
 *
 * @param key what tells it from all other failures
 * @param name what people call it
 * @param urn the resource that declares the replica
 */
public record Failure(Scope scope, String key, String name, Optional<Urn> urn) {

  /** What goes away, in one word. */
  public String kind() {
    return scope == Scope.INSTANCE ? "replica" : scope.word();
  }
}
