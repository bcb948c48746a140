package dev.cutset.config;

import dev.cutset.catalog.Suggestion;
import java.util.Collection;
import java.util.List;

/**
 * The policies that a configuration can speak of.
 *
 * @param ids those whose ids are known, in order
 * @param others whether a server keeps more, of which only it knows
 */
public record KnownPolicies(Collection<String> ids, boolean others) {
  public KnownPolicies {
    ids = List.copyOf(ids).stream().sorted().toList();
  }

  boolean mayBe(String id) {
    return others || ids.contains(id);
  }

  String suggestion(String id) {
    return Suggestion.among(ids, id);
  }
}
