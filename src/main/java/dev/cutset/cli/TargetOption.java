package dev.cutset.cli;

import dev.cutset.catalog.Scope;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says what is to be survived. */
final class TargetOption {
  @Option(
      names = {"-t", "--target"},
      paramLabel = "SCOPE",
      converter = Words.ScopeWord.class,
      completionCandidates = Words.ScopeWord.class,
      description = {
        "The failure to survive: instance, zone, region, provider or cloud. Stands above the"
            + " configuration's target; zone when neither is given."
      })
  private Optional<Scope> scope = Optional.empty();

  /** Takes the value of the option; false where it is no scope. */
  boolean take(String value) {
    scope = Words.among(Scope.values(), value);
    return scope.isPresent();
  }

  Optional<Scope> scope() {
    return scope;
  }
}
