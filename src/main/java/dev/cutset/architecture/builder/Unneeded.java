package dev.cutset.architecture.builder;

import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what no entry point needs: nothing was said of it, which must not be taken for praise.
 *
 * <p>It may be a tool of those who run the stack, or serve somebody in a way that this stack does
 * not tell; only they know.
 */
final class Unneeded {
  /** What does the work, or holds what it works on. */
  static final Set<Role> WORK =
      EnumSet.of(
          Role.COMPUTE,
          Role.CONTROL_PLANE,
          Role.DATABASE,
          Role.CACHE,
          Role.QUEUE,
          Role.COORDINATOR);

  private static final int NAMED = 6;

  private final Drafts drafts;

  Unneeded(Drafts drafts) {
    this.drafts = drafts;
  }

  Optional<String> note(Set<Urn> reached) {
    List<String> names =
        drafts.all().stream()
            .filter(draft -> draft.role().filter(WORK::contains).isPresent())
            .filter(draft -> !draft.replicas().isEmpty() && !reached.contains(draft.urn()))
            .filter(draft -> !draft.copy()) // judged, or named, with what it is a copy of
            .map(draft -> "`" + draft.name() + "`")
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "not judged, because no entry point needs "
            + (names.size() == 1 ? "it: " : "them: ")
            + listed(names)
            + "; if somebody waits for "
            + (names.size() == 1 ? "it" : "one of these")
            + ", say so under `entryPoints` in cutset.yaml");
  }

  Optional<String> unknown(String what, List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "not looked into, because nothing is known of these "
                + what
                + ": "
                + listed(names.stream().map(name -> "`" + name + "`").toList()));
  }

  /** The first few of many names; one more would take no less room as a number. */
  static String listed(List<String> names) {
    return names.size() <= NAMED + 1
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " others";
  }
}
