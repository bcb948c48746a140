package dev.cutset.gate;

import dev.cutset.architecture.Hints;
import dev.cutset.architecture.Hints.ComponentHint;
import dev.cutset.architecture.Hints.EntryHint;
import dev.cutset.architecture.Hints.Match;
import dev.cutset.architecture.Hints.QuorumHint;
import dev.cutset.architecture.Hints.TargetHint;
import dev.cutset.catalog.Scope;
import dev.cutset.config.Configuration;
import dev.cutset.config.EntryPointRule;
import dev.cutset.config.Hint;
import dev.cutset.config.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a configuration says, in the words of the architecture. */
final class HintsOfConfiguration {
  private HintsOfConfiguration() {}

  static Hints hints(Configuration configuration) {
    List<TargetHint> targets = new ArrayList<>();
    List<EntryHint> declared = new ArrayList<>();
    List<Match> excluded = new ArrayList<>();
    for (EntryPointRule rule : configuration.entryPoints()) {
      if (rule instanceof EntryPointRule.Target target) {
        targets.add(new TargetHint(match(target.pattern()), target.target()));
      } else if (rule instanceof EntryPointRule.Declare declare) {
        declared.add(new EntryHint(match(declare.pattern()), declare.name(), Optional.empty()));
      } else if (rule instanceof EntryPointRule.Exclude exclude) {
        excluded.add(match(exclude.pattern()));
      }
    }
    return new Hints(
        configuration.target().orElse(Scope.ZONE),
        configuration.hints().stream().map(HintsOfConfiguration::component).toList(),
        targets,
        declared,
        excluded);
  }

  private static ComponentHint component(Hint hint) {
    return new ComponentHint(
        match(hint.match()),
        hint.role(),
        hint.needs().stream().map(HintsOfConfiguration::match).toList(),
        hint.notNeeds().stream().map(HintsOfConfiguration::match).toList(),
        hint.quorum().map(HintsOfConfiguration::quorum),
        hint.placement().flatMap(Hint.Placement::zone),
        hint.placement().flatMap(Hint.Placement::region),
        hint.placement().flatMap(Hint.Placement::provider),
        hint.because().orElse(""));
  }

  private static QuorumHint quorum(Hint.Quorum quorum) {
    return new QuorumHint(
        quorum.group(),
        quorum.needed() instanceof Hint.AtLeast least
            ? Optional.of(least.count())
            : Optional.empty());
  }

  private static Match match(NamePattern pattern) {
    return pattern::matches;
  }
}
