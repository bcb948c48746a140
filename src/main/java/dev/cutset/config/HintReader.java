package dev.cutset.config;

import dev.cutset.catalog.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one hint. */
final class HintReader {
  static final List<String> KEYS =
      List.of("match", "role", "needs", "notNeeds", "quorum", "placement", "because");
  private static final List<String> STATEMENTS =
      List.of("role", "needs", "notNeeds", "quorum", "placement");
  static final List<String> QUORUM_KEYS = List.of("group", "needed");
  static final List<String> PLACEMENT_KEYS = List.of("zone", "region", "provider");

  private final Mistakes mistakes;

  HintReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Optional<Hint> read(Node node) {
    Section section = Section.closed(node, KEYS, mistakes);
    if (section.isSound()) {
      checkComplete(section);
    }
    Optional<Hint.Quorum> quorum = section.section("quorum", QUORUM_KEYS).flatMap(this::quorum);
    Optional<Hint.Placement> placement =
        section.section("placement", PLACEMENT_KEYS).flatMap(this::placement);
    return section
        .pattern("match")
        .map(
            match ->
                new Hint(
                    match,
                    section.word("role", List.of(Role.values()), Role::word),
                    section.patterns("needs"),
                    section.patterns("notNeeds"),
                    quorum,
                    placement,
                    section.text("because")));
  }

  private void checkComplete(Section section) {
    if (!section.has("match")) {
      mistakes.add(
          section.node(),
          "a hint without `match`",
          "say which resources it is about, by URN or name");
    } else if (STATEMENTS.stream().noneMatch(section::has)) {
      mistakes.add(
          section.node(),
          "a hint that says nothing",
          "give it one of " + String.join(", ", STATEMENTS));
    }
  }

  private Optional<Hint.Quorum> quorum(Section section) {
    if (section.isSound() && !section.has("group")) {
      mistakes.add(
          section.node(), "a quorum without `group`", "give the same name to all of its members");
    }
    Optional<Hint.Needed> needed = needed(section);
    return section.text("group").flatMap(group -> needed.map(n -> new Hint.Quorum(group, n)));
  }

  private Optional<Hint.Needed> needed(Section section) {
    Optional<Node> value = section.get("needed");
    if (value.isEmpty()) {
      return Optional.of(new Hint.Majority());
    }
    Optional<String> text = section.text("needed");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().equals("majority")) {
      return Optional.of(new Hint.Majority());
    }
    OptionalInt count = positive(text.get());
    if (count.isEmpty()) {
      mistakes.add(
          value.get(),
          "`" + text.get() + "` is no value for `needed`",
          "it can be majority or a number from 1 up");
      return Optional.empty();
    }
    return Optional.of(new Hint.AtLeast(count.getAsInt()));
  }

  private static OptionalInt positive(String text) {
    try {
      int count = Integer.parseInt(text);
      return count > 0 ? OptionalInt.of(count) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private Optional<Hint.Placement> placement(Section section) {
    Optional<String> zone = section.text("zone");
    Optional<String> region = section.text("region");
    Optional<String> provider = section.text("provider");
    if (section.isSound() && PLACEMENT_KEYS.stream().noneMatch(section::has)) {
      mistakes.add(
          section.node(), "a placement without a place", "name a zone, a region or a provider");
    }
    return zone.isEmpty() && region.isEmpty() && provider.isEmpty()
        ? Optional.empty()
        : Optional.of(new Hint.Placement(zone, region, provider));
  }
}
