package dev.cutset.architecture.draft;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.catalog.ResourceType.Ensemble;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The components being put together, and which of them stands for which resource. */
public final class Drafts {
  private final Map<Urn, Draft> drafts = new LinkedHashMap<>();
  private final Map<Urn, Urn> absorbed = new LinkedHashMap<>();

  public Draft of(Known known) {
    return drafts.computeIfAbsent(represented(known.urn()), urn -> new Draft(known));
  }

  public Optional<Draft> find(Urn urn) {
    return Optional.ofNullable(drafts.get(represented(urn)));
  }

  /** The nodes or members within a resource, where they are a component of their own. */
  public Optional<Draft> within(Known known) {
    return known.type().ensemble().flatMap(inner -> find(within(known, inner)));
  }

  public static Urn within(Known known, Ensemble inner) {
    return new Urn(known.urn().text() + "#" + inner.name());
  }

  /** The one that stands for itself, given {@link #represented} already. */
  @Nullable Draft at(Urn represented) {
    return drafts.get(represented);
  }

  public void add(Draft draft) {
    drafts.put(draft.urn(), draft);
  }

  /** From now on the one component stands for the other resource too. */
  public void absorb(Draft into, Known other) {
    if (!represented(other.urn()).equals(into.urn())) {
      absorbed.put(other.urn(), into.urn());
      drafts.remove(other.urn());
    }
  }

  public Collection<Draft> all() {
    return drafts.values();
  }

  /** Makes several nodes the copies of one component, which the first stands for. */
  public Draft join(List<Draft> nodes, String title) {
    Draft first = nodes.get(0);
    List<Replica> replicas = new ArrayList<>();
    nodes.forEach(node -> replicas.addAll(node.replicas()));
    for (Draft node : nodes.subList(1, nodes.size())) {
      node.needs().forEach(first::need);
      absorb(first, node.known());
    }
    first.run(replicas, replicas.size(), first.failover());
    first.consistOf(nodes.stream().map(Draft::known).toList());
    first.call(String.join(", ", nodes.stream().map(Draft::name).toList()), title);
    return first;
  }

  /** The need for whatever stands for a resource. */
  public Need on(Known known, Evidence evidence) {
    return new Need.On(represented(known.urn()), evidence);
  }

  public Urn represented(Urn urn) {
    Urn at = urn;
    for (Urn next = absorbed.get(at); next != null; next = absorbed.get(at)) {
      at = next;
    }
    return at;
  }
}
