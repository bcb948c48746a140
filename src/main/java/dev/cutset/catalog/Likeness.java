package dev.cutset.catalog;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Completes an entry that says {@code like: <token>}: what it leaves out it takes from the other
 * entry, section by section. Providers have many types under two names.
 */
final class Likeness {
  private final Entries entries;

  Likeness(Entries entries) {
    this.entries = entries;
  }

  Block complete(Block block) {
    return complete(block, new LinkedHashSet<>());
  }

  private Block complete(Block block, Set<String> seen) {
    Optional<String> like = block.text("like");
    if (like.isEmpty()) {
      return block;
    }
    if (!seen.add(block.origin().entry())) {
      throw block.mistake("is like itself, by way of " + String.join(", ", seen));
    }
    Block other =
        Token.of(like.get())
            .flatMap(entries::entry)
            .orElseThrow(() -> block.mistake("is like `" + like.get() + "`, which has no entry"));
    return block.without("like").orElse(inherited(block, complete(other, seen)));
  }

  /**
   * A name belongs to one type alone, and {@code copies} and {@code survives} say the same thing.
   */
  private static Block inherited(Block block, Block other) {
    Block rest = other.without("terraform");
    return block.has("copies") || block.has("survives")
        ? rest.without("copies").without("survives")
        : rest;
  }
}
