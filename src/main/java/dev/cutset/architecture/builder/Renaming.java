package dev.cutset.architecture.builder;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.stack.Urn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points needs at what stands for a resource in the end, whenever it came to stand for it. */
final class Renaming {
  private Renaming() {}

  static Map<Urn, Component> absorbed(Map<Urn, Component> components, Drafts drafts) {
    Map<Urn, Component> renamed = new LinkedHashMap<>();
    for (Component component : components.values()) {
      List<Replica> replicas =
          component.replicas().stream()
              .map(replica -> renamed(replica, components, drafts))
              .toList();
      renamed.put(
          component.id(),
          new Component(
              component.id(),
              component.kind(),
              replicas,
              component.required(),
              component.failover(),
              rename(component.need(), components, drafts),
              component.standbys(),
              component.traits()));
    }
    return renamed;
  }

  private static Replica renamed(Replica replica, Map<Urn, Component> components, Drafts drafts) {
    Need need = rename(replica.need(), components, drafts);
    return need.equals(replica.need()) ? replica : replica.needing(need);
  }

  private static Need rename(Need need, Map<Urn, Component> components, Drafts drafts) {
    if (need.equals(Need.NOTHING)) {
      return need;
    }
    if (need instanceof Need.On on) {
      Urn urn = drafts.represented(on.component());
      if (urn.equals(on.component()) && components.containsKey(urn)) {
        return on;
      }
      return components.containsKey(urn) ? new Need.On(urn, on.evidence()) : Need.NOTHING;
    } else if (need instanceof Need.All all) {
      return Need.all(all.needs().stream().map(n -> rename(n, components, drafts)).toList());
    } else if (need instanceof Need.Any any) {
      return new Need.Any(
          any.needs().stream().map(n -> rename(n, components, drafts)).toList(), any.failover());
    } else if (need instanceof Need.AtLeast some) {
      return new Need.AtLeast(
          some.least(), some.needs().stream().map(n -> rename(n, components, drafts)).toList());
    }
    throw new IllegalStateException("a need of a kind that is not known: " + need);
  }
}
