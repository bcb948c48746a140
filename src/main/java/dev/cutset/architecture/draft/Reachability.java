package dev.cutset.architecture.draft;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which drafts are needed, directly or not. */
public final class Reachability {
  private static final Evidence STANDS_BY = Evidence.declared("it stands by");

  private final Drafts drafts;

  public Reachability(Drafts drafts) {
    this.drafts = drafts;
  }

  /** Everything that these needs lead to, and what stands by for it. */
  public Set<Urn> from(List<Need> needs) {
    Set<Urn> seen = new LinkedHashSet<>();
    walk(needs, seen, draft -> false);
    return seen;
  }

  /** Everything that these need, directly or not, and what stands by for it. */
  public Set<Urn> below(Collection<Urn> urns) {
    Deque<Need> needs = new ArrayDeque<>();
    for (Urn urn : urns) {
      drafts.find(urn).ifPresent(draft -> push(draft, needs));
    }
    Set<Urn> seen = new HashSet<>();
    walk(List.copyOf(needs), seen, draft -> false);
    return seen;
  }

  /** Goes wherever the needs lead, until it has found what is looked for. */
  private boolean walk(List<Need> needs, Set<Urn> seen, Predicate<Draft> goal) {
    Deque<Need> open = new ArrayDeque<>(needs);
    while (!open.isEmpty()) {
      Need need = open.pop();
      if (need instanceof Need.On on) {
        Urn urn = drafts.represented(on.component());
        Draft draft = seen.add(urn) ? drafts.at(urn) : null;
        if (draft != null) {
          if (goal.test(draft)) {
            return true;
          }
          push(draft, open);
        }
      } else {
        need.parts().forEach(open::push);
      }
    }
    return false;
  }

  private static void push(Draft draft, Deque<Need> open) {
    draft.forEachNeed(open::push);
    draft.standbys().forEach(other -> open.push(new Need.On(other.component(), STANDS_BY)));
  }

  /** Everything that any draft itself needs. */
  public Set<Urn> used() {
    Set<Urn> used = new HashSet<>();
    for (Draft draft : drafts.all()) {
      draft.forEachNeed(need -> addSingles(need, used));
    }
    return used;
  }

  private void addSingles(Need need, Set<Urn> used) {
    if (need instanceof Need.On on) {
      used.add(drafts.represented(on.component()));
    } else {
      need.parts().forEach(part -> addSingles(part, used));
    }
  }

  /** Whether anything that is not merely DNS lies behind a draft. */
  public boolean leadsToService(Draft draft) {
    return draft.isOpen()
        || leadsTo(draft, other -> other.role().filter(role -> role != Role.DNS).isPresent());
  }

  /** Whether something of that kind lies behind a draft. */
  public boolean leadsTo(Draft draft, Predicate<Draft> kind) {
    return walk(draft.allNeeds(), new HashSet<>(), kind);
  }
}
