package dev.cutset.architecture.draft;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A component while it is being put together. */
public final class Draft {
  private final Known known;
  private final Urn urn;
  private String name;
  private String title;
  private Optional<Role> role;
  private Map<Scope, String> remedy;
  private OptionalInt scalesDownTo = OptionalInt.empty();
  private boolean cold;
  private boolean maybeCold;
  private boolean open;
  private boolean copy;
  private List<Known> nodes;
  private final DraftCopies copies = new DraftCopies();
  private final DraftNeeds needs = new DraftNeeds();
  private Set<Urn> resources = Set.of();
  private Set<Standby> standbys = Set.of();
  private Set<String> undecidedBy = Set.of();

  public Draft(Known known) {
    this(known, known.urn());
  }

  /** A component that stands beside the one of the resource itself. */
  public Draft(Known known, Urn urn) {
    this.known = known;
    this.nodes = List.of(known);
    this.urn = urn;
    this.name = known.name();
    this.title = known.type().title();
    this.role = known.type().role();
    this.remedy = known.type().remedy();
  }

  public Known known() {
    return known;
  }

  public Urn urn() {
    return urn;
  }

  public String name() {
    return name;
  }

  public Optional<Role> role() {
    return role;
  }

  public boolean is(Role wanted) {
    return role.filter(wanted::equals).isPresent();
  }

  public void call(String newName, String newTitle) {
    name = newName;
    title = newTitle;
  }

  /** The resources whose copies it has: its own, or those of the nodes that it was joined of. */
  public List<Known> nodes() {
    return nodes;
  }

  void consistOf(List<Known> joined) {
    nodes = List.copyOf(joined);
  }

  /** The resource is part of it. */
  public void include(Known part) {
    resources = Few.with(resources, part.urn());
  }

  /** It is what the software is that runs on it. */
  public void run(Software software) {
    become(software.role());
    call(name, software.title());
    remedy = software.remedy().isEmpty() ? remedy : software.remedy();
  }

  /** What helps is to be said to what scales it, and leaves it so many copies. */
  public void scaledBy(Map<Scope, String> others, int least) {
    scalesDownTo = OptionalInt.of(least);
    if (!others.isEmpty()) {
      Map<Scope, String> both = new EnumMap<>(Scope.class);
      both.putAll(remedy);
      both.putAll(others);
      remedy = both;
    }
  }

  /** How many copies what scales it leaves, where something else than itself does that. */
  public OptionalInt scalesDownTo() {
    return scalesDownTo;
  }

  /** It stands for nothing that is known, and what helps is to say what it is. */
  public void disown(String remedy) {
    role = Optional.empty();
    this.remedy = Map.of(Scope.INSTANCE, remedy, Scope.ZONE, remedy, Scope.REGION, remedy);
  }

  public void become(Role other) {
    role = Optional.of(other);
  }

  /** It is the way out of others, which what helps a server does not help. */
  public void becomeWayOut() {
    remedy = is(Role.NETWORK) ? remedy : Map.of();
    become(Role.NETWORK);
  }

  public List<Replica> replicas() {
    return copies.all();
  }

  public int required() {
    return copies.required();
  }

  public Failover failover() {
    return copies.failover();
  }

  /** No copy of it runs: nothing can be built on it. */
  public boolean cold() {
    return cold;
  }

  public void run(List<Replica> replicas, int needed, Failover clients) {
    copies.run(replicas, needed, clients);
  }

  /** It is there for the sake of another, whose data it holds or whose pods it can take. */
  public void isCopy() {
    copy = true;
  }

  public boolean copy() {
    return copy;
  }

  /** It is not known whether a copy of it runs. */
  public void mayStayCold() {
    maybeCold = true;
  }

  public boolean maybeCold() {
    return maybeCold;
  }

  /** Drops what cannot serve from the choices that have others, and keeps it as a standby. */
  public Set<Urn> dropDormant(Map<Urn, Draft> dormant) {
    needs.dropSpares(dormant.keySet());
    Set<Urn> dropped = withoutDormant(dormant);
    for (Urn urn : dropped) {
      Draft root = dormant.get(urn);
      if (root != null) {
        standBy(new Standby(Standby.Kind.COLD, root.urn(), root.name(), root.replicas()));
      }
    }
    return dropped;
  }

  /** Drops what cannot serve from the choices that have others. */
  public Set<Urn> withoutDormant(Map<Urn, Draft> dormant) {
    return needs.dropDormant(dormant.keySet());
  }

  /** It leads to something that cannot be told yet. */
  public void leaveOpen() {
    open = true;
  }

  public boolean isOpen() {
    return open;
  }

  public void stayCold() {
    cold = true;
  }

  public void decideByMajority() {
    copies.decideByMajority();
  }

  public void need(Need need) {
    needs.add(need);
  }

  /** What one node uses only its own copies need: the others go on without. */
  public void needByNode(Known node, Need need) {
    copies.need(node.urn(), need);
  }

  public Set<Need> needs() {
    return needs.own();
  }

  /** Its own needs, without those for what is no loss: others of one property are in use. */
  public Collection<Need> needsWithoutSpares(Set<Urn> dormant) {
    return needs.withoutSpares(dormant);
  }

  /** All needs: its own, those of its copies, and what it sends traffic to. */
  public List<Need> allNeeds() {
    List<Need> all = new ArrayList<>();
    needs.forEach(all::add);
    replicas().forEach(replica -> all.add(replica.need()));
    return all;
  }

  public void balance(Urn target, Need need) {
    needs.balance(target, need);
  }

  /** Drops every need for these, wherever it stands alone or among others. */
  public void forget(Set<Urn> others) {
    needs.forget(others);
    copies.forget(others);
  }

  /** Hands over all its needs, without a list of them. */
  void forEachNeed(Consumer<Need> taker) {
    needs.forEach(taker);
    copies.forEachNeed(taker);
  }

  /** What it sends traffic to, from now on wanted for another reason. */
  public Optional<Need> takeBalanced(Urn target) {
    return needs.takeBalanced(target);
  }

  public Set<Urn> balanced() {
    return needs.balanced();
  }

  public void standBy(Standby standby) {
    standbys = Few.with(standbys, standby);
  }

  public Set<Standby> standbys() {
    return standbys;
  }

  public void undecided(List<String> properties) {
    for (String property : properties) {
      undecidedBy = Few.with(undecidedBy, property);
    }
  }

  public Component freeze(Map<String, Value> properties, boolean crossZone) {
    return new Component(
        urn(),
        new Component.Kind(name, known.resource().type(), title, role),
        copies.all(),
        copies.required(),
        copies.failover(),
        needs.joined(),
        List.copyOf(standbys),
        new Component.Traits(
            List.copyOf(resources),
            copies.quorum(),
            crossZone,
            List.copyOf(needs.balanced()),
            properties,
            remedy,
            List.copyOf(undecidedBy)));
  }
}
