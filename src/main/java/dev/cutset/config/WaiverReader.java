package dev.cutset.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one waiver; all of its keys are needed. */
final class WaiverReader {
  static final List<String> KEYS = List.of("policy", "match", "reason", "owner", "expires");

  private final KnownPolicies known;
  private final Collection<String> notWaivable;
  private final Mistakes mistakes;

  /**
   * A reader for waivers of these policies.
   *
   * @param notWaivable those that forbid it
   */
  WaiverReader(KnownPolicies known, Collection<String> notWaivable, Mistakes mistakes) {
    this.known = known;
    this.notWaivable = notWaivable;
    this.mistakes = mistakes;
  }

  Optional<Waiver> read(Node node) {
    Section section = Section.closed(node, KEYS, mistakes);
    if (section.isSound()) {
      checkComplete(section);
    }
    Optional<String> policy =
        section.text("policy").filter(id -> isWaivable(id, at(section, "policy")));
    List<NamePattern> match = section.patterns("match");
    Optional<String> reason = section.text("reason");
    Optional<String> owner = section.text("owner");
    Optional<LocalDate> expires =
        section.text("expires").flatMap(text -> date(text, at(section, "expires")));
    if (policy.isEmpty()
        || match.isEmpty()
        || reason.isEmpty()
        || owner.isEmpty()
        || expires.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Waiver(policy.get(), match, reason.get(), owner.get(), expires.get()));
  }

  private void checkComplete(Section section) {
    for (String key : KEYS) {
      if (!section.has(key)) {
        mistakes.add(section.node(), "a waiver without `" + key + "`", missing(key));
      }
    }
  }

  private static String missing(String key) {
    return switch (key) {
      case "policy" -> "say which policy's findings are accepted";
      case "match" -> "say which resources it is about, by URN or name";
      case "reason" -> "say why this may stay as it is";
      case "owner" -> "say who answers for it";
      default -> "give the last day on which it holds, such as 2030-12-31";
    };
  }

  private static Node at(Section section, String key) {
    return section.get(key).orElse(section.node());
  }

  private boolean isWaivable(String id, Node where) {
    if (!known.mayBe(id)) {
      mistakes.add(where, "unknown policy `" + id + "`", known.suggestion(id));
      return false;
    }
    if (notWaivable.contains(id)) {
      mistakes.add(where, "`" + id + "` may not be waived", "mend what it finds");
      return false;
    }
    return true;
  }

  private Optional<LocalDate> date(String text, Node where) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      mistakes.add(
          where,
          "`" + text + "` is no day for `expires`",
          "write year, month and day, such as 2030-12-31");
      return Optional.empty();
    }
  }
}
