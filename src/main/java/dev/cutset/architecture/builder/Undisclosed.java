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
  private static final Set<Role> USABLE =
      EnumSet.of(
          Role.COMPUTE, Role.DATABASE, Role.CACHE, Role.QUEUE, Role.STORAGE, Role.COORDINATOR);

  private final Doubts doubts;
  private final References references;
  private final Texts texts;
  private final Drafts drafts;

  Undisclosed(Doubts doubts, References references, Texts texts, Drafts drafts) {
    this.doubts = doubts;
    this.references = references;
    this.texts = texts;
    this.drafts = drafts;
  }

  void connect(Set<Urn> reached) {
    List<Draft> unused =
        drafts.all().stream()
            .filter(draft -> draft.role().filter(USABLE::contains).isPresent())
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
