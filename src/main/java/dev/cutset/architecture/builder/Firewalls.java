package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.ResourceType.Network;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What security groups tell: who may talk to whom, and what is open to the world. */
final class Firewalls {
  private static final Set<Role> SERVES =
      EnumSet.of(Role.DATABASE, Role.CACHE, Role.QUEUE, Role.STORAGE, Role.COORDINATOR);

  private final Declared declared;
  private final References references;
  private final Texts texts;
  private final Drafts drafts;
  private final Entrances entrances;
  private final Reachability reachability;
  private final TaggedRules tagged;
  private final FirewallRules rules;
  private final Map<Urn, List<Draft>> members = new LinkedHashMap<>();

  Firewalls(Declared declared, Reading reading, References references, Texts texts, Drafts drafts) {
    this.declared = declared;
    this.references = references;
    this.texts = texts;
    this.drafts = drafts;
    this.entrances = new Entrances(reading);
    this.reachability = new Reachability(drafts);
    this.tagged = new TaggedRules(reading, new Networks(references, texts), texts);
    this.rules = new FirewallRules(declared, reading, references, tagged);
  }

  void read() {
    rules.read();
  }

  /** Whether a group of the component admits the whole world, and not for administration only. */
  boolean isOpen(Known known) {
    return groupsOf(known).stream().anyMatch(group -> rules.isOpen(group.urn()))
        || tagged.isOpen(known);
  }

  /** Whether any group at all says who is admitted to the component. */
  boolean isGuarded(Known known) {
    return !groupsOf(known).isEmpty();
  }

  /** Whether a group of the component admits anybody else, and not for administration only. */
  boolean admitsOthers(Known known) {
    return groupsOf(known).stream().anyMatch(group -> rules.admits(group.urn()))
        || tagged.admitsOthers(known);
  }

  /** Whether there is anything at all of which rules say that others come to one of some ports. */
  boolean admitToAny(Set<Integer> wanted) {
    return rules.admitToAny(wanted) || tagged.admitToAny(wanted);
  }

  /** The ports to which others are admitted, none where it is not told of all which they are. */
  Set<Integer> portsOf(Known known) {
    Set<Integer> all = new HashSet<>(tagged.portsOf(known));
    for (Known group : groupsOf(known)) {
      all.addAll(rules.ports(group.urn()));
    }
    return AdmittedPorts.areKnown(all) ? all : Set.of();
  }

  /** Whether a group of the component admits somebody of whom nobody can tell yet who it is. */
  boolean admitsUnknown(Known known) {
    return !rules.tellAll()
        && groupsOf(known).stream().anyMatch(group -> rules.admitsUnknown(group.urn()));
  }

  /** Who is admitted to what serves data needs it. */
  void infer() {
    for (Draft draft : drafts.all()) {
      for (Known group : groupsOf(draft.known())) {
        members.computeIfAbsent(group.urn(), key -> new ArrayList<>()).add(draft);
      }
    }
    rules.sources().forEach((group, sources) -> sources.forEach(source -> use(source, group)));
    tagged.carriedBy(drafts.all());
    tagged.uses().forEach((rule, pair) -> pair.forEach(one -> use(rule, one)));
  }

  private void use(Urn source, Urn group) {
    for (Draft user : members.getOrDefault(source, List.of())) {
      use(user, group);
    }
    drafts.find(source).ifPresent(machine -> use(machine, group));
  }

  private static void use(Known rule, TaggedRules.Use use) {
    if (use.user().is(Role.COMPUTE)
        && use.user() != use.server()
        && use.server().role().filter(SERVES::contains).isPresent()) {
      use.user()
          .need(
              new Need.On(
                  use.server().urn(),
                  new Evidence(
                      Evidence.Kind.FIREWALL,
                      "firewall rule `"
                          + rule.name()
                          + "` admits it to `"
                          + use.server().name()
                          + "`")));
    }
  }

  private void use(Draft user, Urn group) {
    if (!user.is(Role.COMPUTE)) {
      return;
    }
    for (Draft server : members.getOrDefault(group, List.of())) {
      if (server != user && serves(server, user)) {
        String name = declared.find(group).map(Known::name).orElse(group.name());
        user.need(
            new Need.On(
                server.urn(),
                new Evidence(
                    Evidence.Kind.FIREWALL,
                    "security group `" + name + "` of `" + server.name() + "` admits it")));
      }
    }
  }

  /** A balancer serves what it sends nothing to. */
  private boolean serves(Draft server, Draft user) {
    return server.role().filter(SERVES::contains).isPresent()
        || (entrances.isInner(server)
            && !reachability.leadsTo(server, other -> other.urn().equals(user.urn())));
  }

  private Set<Known> groupsOf(Known known) {
    Set<Known> groups = new LinkedHashSet<>();
    for (Known sayer : texts.sayers(known)) {
      addGroups(sayer, groups);
      for (PropertyPath path : sayer.type().network().map(Network::within).orElse(List.of())) {
        for (Known place : references.find(sayer, path, Networks::concerns).resources()) {
          texts.sayers(place).forEach(of -> addGroups(of, groups));
        }
      }
    }
    return groups;
  }

  private void addGroups(Known sayer, Set<Known> groups) {
    // Some firewalls say themselves for what they are, which borrows from them.
    if (sayer
        .type()
        .firewall()
        .filter(own -> own.group().isEmpty() && own.tags().isEmpty())
        .isPresent()) {
      groups.add(sayer);
    }
    for (PropertyPath path : sayer.type().network().map(Network::groups).orElse(List.of())) {
      groups.addAll(references.find(sayer, path, Firewalls::isFirewall).resources());
    }
  }

  private static boolean isFirewall(Known known) {
    return known.type().firewall().isPresent();
  }
}
