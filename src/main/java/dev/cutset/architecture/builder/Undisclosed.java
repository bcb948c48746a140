package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes into account that a text which is not known and left no edges may name anything, that any
 * text may name what has a name that is not known, and that a firewall may admit anybody as long as
 * nobody can tell whom: whatever nobody is known to use may be used there, and whether it is stays
 * open.
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
  private final Firewalls firewalls;
  private final Drafts drafts;

  Undisclosed(
      Set<Role> usable,
      Doubts doubts,
      References references,
      Texts texts,
      Firewalls firewalls,
      Drafts drafts) {
    this.usable = usable;
    this.doubts = doubts;
    this.references = references;
    this.texts = texts;
    this.firewalls = firewalls;
    this.drafts = drafts;
  }

  /**
   * Says so of every text and firewall, and in the harshest completion takes it to tell of all
   * that.
   *
   * @return whether there is any such
   */
  boolean connect(Set<Urn> reached) {
    List<Draft> unused =
        drafts.all().stream()
            .filter(draft -> draft.role().filter(usable::contains).isPresent())
            .filter(draft -> !reached.contains(draft.urn()) && !draft.copy())
            .toList();
    if (unused.isEmpty()) {
      return false;
    }
    List<Draft> nameless = unused.stream().filter(this::mayBeNamed).toList();
    List<Draft> guarded =
        unused.stream().filter(draft -> firewalls.admitsUnknown(draft.known())).toList();
    boolean found = false;
    for (Draft user : List.copyOf(drafts.all())) {
      if (user.role().isPresent() && reached.contains(user.urn())) {
        found |= byTexts(user, unused, nameless);
        found |= byFirewalls(user, guarded);
      }
    }
    return found;
  }

  private boolean byTexts(Draft user, List<Draft> unused, List<Draft> nameless) {
    Optional<Texts.Source> hidden = hidden(user);
    Optional<PropertyPath> elsewhere = texts.elsewhere(user.known());
    if (hidden.isEmpty() && elsewhere.isPresent()) {
      String property = user.known().said(elsewhere.get());
      open(user, property + " is not known, and what it leads to may name it", unused);
      user.undecided(List.of(property));
      return true;
    }
    if (hidden.isPresent()) {
      open(user, hidden.get().named() + " is not known, and may name it", unused);
      user.undecided(List.of(hidden.get().named()));
      return true;
    }
    if (nameless.isEmpty() || !saysAnything(user)) {
      return false;
    }
    open(user, "its name is not known, and a text may hold it", nameless);
    nameless.forEach(other -> user.undecided(List.of("the name of `" + other.name() + "`")));
    return true;
  }

  private boolean byFirewalls(Draft user, List<Draft> guarded) {
    if (guarded.isEmpty() || !user.is(Role.COMPUTE)) {
      return false;
    }
    open(user, "whom its firewall admits is not known", guarded);
    guarded.forEach(other -> user.undecided(List.of("the firewall of `" + other.name() + "`")));
    return true;
  }

  /** A plan of Terraform cannot tell names that the cloud gives, which no text can hold either. */
  private boolean mayBeNamed(Draft draft) {
    return usable.equals(ANYTHING) && draft.nodes().stream().anyMatch(references::mayBeNamed);
  }

  private boolean saysAnything(Draft user) {
    return texts.sources(user.known()).stream()
        .anyMatch(source -> !source.isImage() && !Texts.in(source).isEmpty());
  }

  private void open(Draft user, String why, List<Draft> possible) {
    if (!possible.isEmpty() && !doubts.kindest()) {
      Evidence evidence = new Evidence(Evidence.Kind.ASSUMED, why);
      Reachability reachability = new Reachability(drafts);
      // What needs the user itself, as monitoring does, is not what the user needs.
      possible.stream()
          .filter(other -> other != user)
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
