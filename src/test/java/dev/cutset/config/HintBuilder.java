package dev.cutset.config;

import dev.cutset.catalog.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes hints down without naming what they leave out. */
final class HintBuilder {
  private final NamePattern match;
  private Optional<Role> role = Optional.empty();
  private List<NamePattern> needs = List.of();
  private List<NamePattern> notNeeds = List.of();
  private Optional<Hint.Quorum> quorum = Optional.empty();
  private Optional<Hint.Placement> placement = Optional.empty();
  private Optional<String> because = Optional.empty();

  HintBuilder(String match) {
    this.match = new NamePattern(match);
  }

  HintBuilder role(Role what) {
    role = Optional.of(what);
    return this;
  }

  HintBuilder needs(String... globs) {
    needs = Stream.of(globs).map(NamePattern::new).toList();
    return this;
  }

  HintBuilder notNeeds(String... globs) {
    notNeeds = Stream.of(globs).map(NamePattern::new).toList();
    return this;
  }

  HintBuilder quorum(Hint.Quorum what) {
    quorum = Optional.of(what);
    return this;
  }

  HintBuilder placement(Hint.Placement where) {
    placement = Optional.of(where);
    return this;
  }

  HintBuilder because(String why) {
    because = Optional.of(why);
    return this;
  }

  Hint build() {
    return new Hint(match, role, needs, notNeeds, quorum, placement, because);
  }
}
