package dev.cutset.config;

import dev.cutset.catalog.Scope;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one rule about entry points: which of the three it is, its first key says. */
final class EntryPointRuleReader {
  static final List<String> KINDS = List.of("match", "declare", "exclude");
  static final List<String> KEYS = List.of("match", "target", "declare", "name", "exclude");

  private final Mistakes mistakes;

  EntryPointRuleReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Optional<EntryPointRule> read(Node node) {
    Section section = Section.closed(node, KEYS, mistakes);
    List<String> kinds = KINDS.stream().filter(section::has).toList();
    if (kinds.size() > 1) {
      String found = String.join("` and `", kinds);
      mistakes.add(node, "one rule with `" + found + "`", "write one item for each");
      return Optional.empty();
    }
    if (kinds.isEmpty()) {
      if (section.isSound()) {
        mistakes.add(
            node, "a rule that names no resource", "begin it with match, declare or exclude");
      }
      return Optional.empty();
    }
    return switch (kinds.get(0)) {
      case "match" -> target(section);
      case "declare" -> declare(section);
      default -> exclude(section);
    };
  }

  private Optional<EntryPointRule> target(Section section) {
    refuse(section, "name", "`name` belongs to `declare`");
    Optional<Scope> target = section.word("target", List.of(Scope.values()), Scope::word);
    if (section.isSound() && !section.has("target")) {
      mistakes.add(
          section.node(), "a rule with `match` and no `target`", "say what scope it must survive");
    }
    return section
        .pattern("match")
        .flatMap(pattern -> target.map(scope -> new EntryPointRule.Target(pattern, scope)));
  }

  private Optional<EntryPointRule> declare(Section section) {
    refuse(section, "target", "give the target in an item of its own, with `match`");
    Optional<String> name = section.text("name");
    return section.pattern("declare").map(pattern -> new EntryPointRule.Declare(pattern, name));
  }

  private Optional<EntryPointRule> exclude(Section section) {
    refuse(section, "target", "what is excluded has no target");
    refuse(section, "name", "`name` belongs to `declare`");
    return section.pattern("exclude").map(EntryPointRule.Exclude::new);
  }

  private void refuse(Section section, String key, String help) {
    Section.Entry entry = section.entries().get(key);
    if (entry != null) {
      mistakes.add(entry.key(), "the key `" + key + "` does not fit this rule", help);
    }
  }
}
