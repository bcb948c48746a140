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
import dev.cutset.catalog.ResourceType.Firewall;
import dev.cutset.catalog.ResourceType.Network;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What security groups tell: who may talk to whom, and what is open to the world. */
final class Firewalls {
  private static final Set<Role> SERVES =
      EnumSet.of(Role.DATABASE, Role.CACHE, Role.QUEUE, Role.STORAGE, Role.COORDINATOR);
  private static final Set<Integer> ADMINISTRATION = Set.of(22, 3389);
  private static final Set<String> ADMINISTRATIVE = Set.of("22", "3389");
  private static final Set<String> WORLD = Set.of("0.0.0.0/0", "::/0", "*", "any", "internet");
  private static final Pattern HOST =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+)(?:/32|/128)?");
  private static final Set<String> ECHO = Set.of("icmp", "icmpv6", "1", "58");

  private final Declared declared;
  private final Reading reading;
  private final References references;
  private final Texts texts;
  private final Drafts drafts;
  private final Entrances entrances;
  private final Reachability reachability;
  private final TaggedRules tagged;
  private final Map<Urn, Set<Urn>> admitted = new LinkedHashMap<>();
  private final Map<Urn, Set<Urn>> admittedMachines = new LinkedHashMap<>();
  private final Map<Urn, Set<Integer>> ports = new HashMap<>();
  private final Set<Urn> open = new LinkedHashSet<>();
  private final Set<Urn> admitting = new LinkedHashSet<>();
  private final Set<Urn> undisclosed = new LinkedHashSet<>();
  private final Map<Urn, List<Draft>> members = new LinkedHashMap<>();

  Firewalls(Declared declared, Reading reading, References references, Texts texts, Drafts drafts) {
    this.declared = declared;
    this.reading = reading;
    this.references = references;
    this.texts = texts;
    this.drafts = drafts;
    this.entrances = new Entrances(reading);
    this.reachability = new Reachability(drafts);
    this.tagged = new TaggedRules(reading, new Networks(references, texts), texts);
  }

  void read() {
    for (Known known : declared.all()) {
      known.type().firewall().ifPresent(firewall -> read(known, firewall));
    }
  }

  /** Whether a group of the component admits the whole world, and not for administration only. */
  boolean isOpen(Known known) {
    return groupsOf(known).stream().anyMatch(group -> open.contains(group.urn()))
        || tagged.isOpen(known);
  }

  /** Whether any group at all says who is admitted to the component. */
  boolean isGuarded(Known known) {
    return !groupsOf(known).isEmpty();
  }

  /** Whether a group of the component admits anybody else, and not for administration only. */
  boolean admitsOthers(Known known) {
    return groupsOf(known).stream().anyMatch(group -> admitting.contains(group.urn()))
        || tagged.admitsOthers(known);
  }

  /** The ports to which others are admitted, none where it is not told of all which they are. */
  Set<Integer> portsOf(Known known) {
    Set<Integer> all = new HashSet<>(tagged.portsOf(known));
    if (!ports.isEmpty()) {
      for (Known group : groupsOf(known)) {
        all.addAll(ports.getOrDefault(group.urn(), Set.of()));
      }
    }
    return AdmittedPorts.areKnown(all) ? all : Set.of();
  }

  /** Whether a group of the component admits somebody of whom nobody can tell yet who it is. */
  boolean admitsUnknown(Known known) {
    return !undisclosed.isEmpty()
        && groupsOf(known).stream().anyMatch(group -> undisclosed.contains(group.urn()));
  }

  /** Whether an address range, or what a cloud says for one, is everybody. */
  static boolean isWorld(String range) {
    return WORLD.contains(range.toLowerCase(Locale.ROOT));
  }

  /** Who is admitted to what serves data needs it. */
  void infer() {
    for (Draft draft : drafts.all()) {
      for (Known group : groupsOf(draft.known())) {
        members.computeIfAbsent(group.urn(), key -> new ArrayList<>()).add(draft);
      }
    }
    admitted.forEach(
        (group, sources) -> {
          for (Urn source : sources) {
            for (Draft user : members.getOrDefault(source, List.of())) {
              use(user, group);
            }
          }
        });
    admittedMachines.forEach(
        (group, machines) ->
            machines.forEach(machine -> drafts.find(machine).ifPresent(user -> use(user, group))));
    tagged.uses(drafts.all()).forEach((rule, pair) -> pair.forEach(one -> use(rule, one)));
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

  private void read(Known known, Firewall firewall) {
    if (reading.holds(known, firewall.when()) == Truth.NO) {
      return;
    }
    if (firewall.tags().isPresent()) {
      Set<Integer> served = new HashSet<>();
      for (Value rule : rules(known, firewall)) {
        if (!isAdministration(firewall, rule) && !isEcho(firewall, rule)) {
          served.addAll(AdmittedPorts.of(firewall, rule));
        }
      }
      tagged.add(known, firewall.tags().get(), served);
      return;
    }
    List<Urn> groups =
        firewall
            .group()
            .map(
                path ->
                    references
                        .find(known, path, other -> isGroup(known, other))
                        .resources()
                        .stream()
                        .map(Known::urn)
                        .toList())
            .orElse(List.of(known.urn()));
    for (Value rule : rules(known, firewall)) {
      if (reading.holds(rule, firewall.rulesWhen()) != Truth.NO
          && !isAdministration(firewall, rule)
          && !isEcho(firewall, rule)) {
        groups.forEach(group -> admit(known, firewall, rule, group));
      }
    }
  }

  private static boolean isGroup(Known rule, Known other) {
    return !other.urn().equals(rule.urn())
        && other.type().firewall().filter(f -> f.group().isEmpty()).isPresent();
  }

  private List<Value> rules(Known known, Firewall firewall) {
    return firewall
        .rules()
        .map(path -> path.in(known.resource()))
        .orElseGet(() -> List.of(new Value.Fields(known.resource().inputs())));
  }

  private void admit(Known known, Firewall firewall, Value rule, Urn group) {
    ports.computeIfAbsent(group, key -> new HashSet<>()).addAll(AdmittedPorts.of(firewall, rule));
    boolean itself =
        firewall.self().stream()
            .flatMap(path -> path.within(rule).stream())
            .anyMatch(Value.of(true)::equals);
    if (itself) {
      admitted.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(group);
    }
    for (PropertyPath path : firewall.sources()) {
      if (!path.within(rule).isEmpty()) {
        admitting.add(group);
      }
      References.Found sources =
          references.find(
              known.resource(),
              PropertyPath.of(property(firewall, path)),
              path.within(rule),
              other -> isMachine(other) || (isGroup(known, other) && !other.urn().equals(group)));
      if (sources.open()) {
        undisclosed.add(group);
      }
      for (Known source : sources.resources()) {
        (isMachine(source) ? admittedMachines : admitted)
            .computeIfAbsent(group, key -> new LinkedHashSet<>())
            .add(source.urn());
      }
    }
    for (PropertyPath path : firewall.ranges()) {
      for (Value range : path.within(rule)) {
        admitting.add(group);
        if (Reading.asText(range).filter(Firewalls::isWorld).isPresent()) {
          open.add(group);
        }
        admitHosts(known.resource(), property(firewall, path), range, group);
      }
    }
  }

  private static String property(Firewall firewall, PropertyPath path) {
    return firewall.rules().map(PropertyPath::property).orElse(path.property());
  }

  /** A range of one address is the machine that has it, and one made of an output may be. */
  private void admitHosts(Resource rule, String property, Value range, Urn group) {
    Matcher host = HOST.matcher(Reading.asText(range).orElse(""));
    if (host.matches()) {
      admitMachines(references.named(host.group(1)), group);
    } else if (range.opaque()) {
      admitMachines(references.linked(rule, property), group);
    }
  }

  private void admitMachines(List<Known> sources, Urn group) {
    for (Known source : sources) {
      for (Known machine : references.meant(source)) {
        if (isMachine(machine)) {
          admittedMachines.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(machine.urn());
        }
      }
    }
  }

  private static boolean isMachine(Known known) {
    return known.type().role().filter(Role.COMPUTE::equals).isPresent();
  }

  private static boolean isAdministration(Firewall firewall, Value rule) {
    List<String> first = texts(firewall.fromPort(), rule);
    if (firewall.tags().isPresent()) {
      return !first.isEmpty() && ADMINISTRATIVE.containsAll(first);
    }
    List<String> more = firewall.morePorts().map(path -> texts(path, rule)).orElse(List.of());
    if (!more.isEmpty()) {
      return ADMINISTRATIVE.containsAll(more) && ADMINISTRATIVE.containsAll(first);
    }
    OptionalDouble from = number(firewall.fromPort(), rule);
    OptionalDouble to = number(firewall.toPort(), rule);
    return from.isPresent()
        && to.isPresent()
        && from.getAsDouble() == to.getAsDouble()
        && ADMINISTRATION.contains((int) from.getAsDouble());
  }

  private static List<String> texts(PropertyPath path, Value rule) {
    return path.within(rule).stream().flatMap(value -> Reading.asText(value).stream()).toList();
  }

  /** Who may ping something is not served by it. */
  private static boolean isEcho(Firewall firewall, Value rule) {
    return firewall.protocol().stream()
        .flatMap(path -> path.within(rule).stream())
        .flatMap(value -> Reading.asText(value).stream())
        .anyMatch(protocol -> ECHO.contains(protocol.toLowerCase(Locale.ROOT)));
  }

  private static OptionalDouble number(PropertyPath path, Value rule) {
    return path.within(rule).stream()
        .flatMap(value -> Reading.asNumber(value).stream().boxed())
        .mapToDouble(Double::doubleValue)
        .findFirst();
  }
}
