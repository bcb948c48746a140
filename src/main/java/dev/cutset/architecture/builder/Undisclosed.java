package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes into account that a text which is not known and left no edges may name anything: whatever
 * nobody is known to use may be used there, and whether it is stays open.
 */
final class Undisclosed {
  /** What the text of a program that loses edges may name. */
  static final Set<Role> ANYTHING =
      EnumSet.of(
          Role.COMPUTE, Role.DATABASE, Role.CACHE, Role.QUEUE, Role.STORAGE, Role.COORDINATOR);

  /**
   * What the text of a plan may name: such a text came through a local value, which tells no edges.
   * A machine or a bucket that nobody is seen to use is more likely to be nobody's.
   */
  static final Set<Role> DATA = EnumSet.of(Role.DATABASE, Role.CACHE, Role.QUEUE, Role.COORDINATOR);

  private final Set<Role> usable;
  private final Doubts doubts;
  private final References references;
  private final Texts texts;
  private final Drafts drafts;

  Undisclosed(Set<Role> usable, Doubts doubts, References references, Texts texts, Drafts drafts) {
    this.usable = usable;
    this.doubts = doubts;
    this.references = references;
    this.texts = texts;
    this.drafts = drafts;
  }

  void connect(Set<Urn> reached) {
    List<Draft> unused =
        drafts.all().stream()
            .filter(draft -> draft.role().filter(usable::contains).isPresent())
            .filter(draft -> !reached.contains(draft.urn()) && !draft.copy())
            .toList();
    for (Draft user : List.copyOf(drafts.all())) {
      if (!unused.isEmpty() && user.role().isPresent() && reached.contains(user.urn())) {
        hidden(user).ifPresent(source -> open(user, source, unused));
      }
    }
  }

  private void open(Draft user, Texts.Source source, List<Draft> unused) {
    String property = "`" + source.path() + "` of `" + source.said().name() + "`";
    user.undecided(List.of(property));
    if (!doubts.kindest()) {
      Evidence evidence =
          new Evidence(Evidence.Kind.ASSUMED, property + " is not known, and may name it");
      Reachability reachability = new Reachability(drafts);
      // What needs the user itself, as monitoring does, is not what the user needs.
      unused.stream()
          .filter(other -> !reachability.from(other.allNeeds()).contains(user.urn()))
          .toList()
          .forEach(other -> user.need(new Need.On(other.urn(), evidence)));
    }
  }

  private Optional<Texts.Source> hidden(Draft user) {
    return texts.sources(user.known()).stream()
        .filter(source -> !source.isImage() && Texts.isUnknown(source))
        .filter(source -> !references.hasEdges(source.said().resource(), source.path().property()))
        .findFirst();
  }
}
