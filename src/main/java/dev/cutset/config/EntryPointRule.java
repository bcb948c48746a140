package dev.cutset.config;

import dev.cutset.catalog.Scope;
import java.util.Optional;

/** What a team says about where its users come in. */
public sealed interface EntryPointRule {

  /** The resources that the rule is about. */
  NamePattern pattern();

  /** These entry points must survive another scope than the rest. */
  record Target(NamePattern pattern, Scope target) implements EntryPointRule {}

  /** Users come in here, though nothing in the program says so. */
  record Declare(NamePattern pattern, Optional<String> name) implements EntryPointRule {}

  /** Users do not come in here: whatever goes down only for this is no finding. */
  record Exclude(NamePattern pattern) implements EntryPointRule {}
}
