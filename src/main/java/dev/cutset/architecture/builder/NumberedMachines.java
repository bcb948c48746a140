package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Machines that are numbered alike, and use the same, do the same work for their users. */
final class NumberedMachines {
  private final Firewalls firewalls;
  private final OpenEnds openEnds;
  private final Drafts drafts;

  NumberedMachines(Firewalls firewalls, OpenEnds openEnds, Drafts drafts) {
    this.firewalls = firewalls;
    this.openEnds = openEnds;
    this.drafts = drafts;
  }

  /**
   * Makes one entry point of those that are entered one by one. What is in front of them in another
   * stack knows them all; of users who come in from the world nobody can tell.
   *
   * @param open those that the world comes in by
   */
  void join(Entries found, Set<Urn> open) {
    Map<Alike, List<Draft>> groups = new LinkedHashMap<>();
    for (Draft draft : found.plain()) {
      if (draft.is(Role.COMPUTE) && Purpose.isMachine(draft)) {
        groups.computeIfAbsent(alike(draft), key -> new ArrayList<>()).add(draft);
      }
    }
    for (List<Draft> machines : groups.values()) {
      if (machines.size() > 1) {
        boolean mayBeOpen =
            machines.stream()
                .anyMatch(
                    draft -> open.contains(draft.urn()) || firewalls.admitsUnknown(draft.known()));
        found.join(machines, mayBeOpen ? openEnds::oneOf : Entries::anyOf);
      }
    }
  }

  private record Alike(String stem, Set<Urn> used) {}

  /** Each zone may have a way out of its own, which is no difference. */
  private Alike alike(Draft draft) {
    Set<Urn> used = new HashSet<>();
    for (Need need : draft.allNeeds()) {
      Purpose.singles(need)
          .flatMap(on -> drafts.find(on.component()).stream())
          .filter(other -> other.role().filter(Unneeded.WORK::contains).isPresent())
          .forEach(other -> used.add(other.urn()));
    }
    return new Alike(Usage.stem(draft), used);
  }
}
