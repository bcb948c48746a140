package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.catalog.ResourceType.Firewall;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the rules of security groups admit to what, besides administrators. */
final class FirewallRules {
  private static final Set<String> WORLD = Set.of("0.0.0.0/0", "::/0", "*", "any", "internet");
  private static final Pattern HOST =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+)(?:/32|/128)?");

  private final Declared declared;
  private final Reading reading;
  private final References references;
  private final TaggedRules tagged;
  private final Map<Urn, Set<Urn>> sources = new LinkedHashMap<>();
  private final Map<Urn, Set<Integer>> ports = new HashMap<>();
  private final Set<Urn> open = new LinkedHashSet<>();
  private final Set<Urn> admitting = new LinkedHashSet<>();
  private final Set<Urn> undisclosed = new LinkedHashSet<>();

  /**
   * Rules that are not read yet.
   *
   * @param tagged takes those that are about tags, and not about groups
   */
  FirewallRules(Declared declared, Reading reading, References references, TaggedRules tagged) {
    this.declared = declared;
    this.reading = reading;
    this.references = references;
    this.tagged = tagged;
  }

  void read() {
    for (Known known : declared.all()) {
      known.type().firewall().ifPresent(firewall -> read(known, firewall));
    }
  }

  /** The groups and machines that each group admits. */
  Map<Urn, Set<Urn>> sources() {
    return sources;
  }

  /** Whether a group admits the whole world. */
  boolean isOpen(Urn group) {
    return open.contains(group);
  }

  /** Whether a group admits anybody else. */
  boolean admits(Urn group) {
    return admitting.contains(group);
  }

  /** Whether it can be told of all whom groups admit who they are. */
  boolean tellAll() {
    return undisclosed.isEmpty();
  }

  /** Whether a group admits somebody of whom nobody can tell yet who it is. */
  boolean admitsUnknown(Urn group) {
    return undisclosed.contains(group);
  }

  /** The ports to which a group admits others. */
  Set<Integer> ports(Urn group) {
    return ports.getOrDefault(group, Set.of());
  }

  /** Whether a group admits others to one of some ports. */
  boolean admitToAny(Set<Integer> wanted) {
    for (Set<Integer> told : ports.values()) {
      if (!Collections.disjoint(told, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address range, or what a cloud says for one, is everybody. */
  static boolean isWorld(String range) {
    return WORLD.contains(range.toLowerCase(Locale.ROOT));
  }

  private static boolean isMachine(Known known) {
    return known.type().role().filter(Role.COMPUTE::equals).isPresent();
  }

  private void read(Known known, Firewall firewall) {
    if (reading.holds(known, firewall.when()) == Truth.NO) {
      return;
    }
    if (firewall.tags().isPresent()) {
      Set<Integer> served = new HashSet<>();
      for (Value rule : rules(known, firewall)) {
        served.addAll(AdmittedPorts.of(firewall, rule));
      }
      tagged.add(known, firewall.tags().get(), served);
      return;
    }
    List<Urn> groups = groups(known, firewall);
    for (Value rule : rules(known, firewall)) {
      if (reading.holds(rule, firewall.rulesWhen()) != Truth.NO) {
        Set<Integer> served = AdmittedPorts.of(firewall, rule);
        if (!served.isEmpty()) {
          for (Urn group : groups) {
            ports.computeIfAbsent(group, key -> new HashSet<>()).addAll(served);
            admit(known, firewall, rule, group);
          }
        }
      }
    }
  }

  /** Those that a rule is about. */
  private List<Urn> groups(Known known, Firewall firewall) {
    if (firewall.group().isEmpty()) {
      return List.of(known.urn());
    }
    return references
        .find(known, firewall.group().get(), other -> isGroup(known, other))
        .resources()
        .stream()
        .map(Known::urn)
        .toList();
  }

  private static boolean isGroup(Known rule, Known other) {
    return !other.urn().equals(rule.urn())
        && other.type().firewall().filter(f -> f.group().isEmpty()).isPresent();
  }

  private static List<Value> rules(Known known, Firewall firewall) {
    return firewall
        .rules()
        .map(path -> path.in(known.resource()))
        .orElseGet(() -> List.of(new Value.Fields(known.resource().inputs())));
  }

  private void admit(Known known, Firewall firewall, Value rule, Urn group) {
    boolean itself =
        firewall.self().stream()
            .flatMap(path -> path.within(rule).stream())
            .anyMatch(Value.of(true)::equals);
    if (itself) {
      admit(group, group);
    }
    for (PropertyPath path : firewall.sources()) {
      if (!path.within(rule).isEmpty()) {
        admitting.add(group);
      }
      References.Found found =
          references.find(
              known.resource(),
              PropertyPath.of(property(firewall, path)),
              path.within(rule),
              other -> isMachine(other) || (isGroup(known, other) && !other.urn().equals(group)));
      if (found.open()) {
        undisclosed.add(group);
      }
      found.resources().forEach(source -> admit(group, source.urn()));
    }
    for (PropertyPath path : firewall.ranges()) {
      for (Value range : path.within(rule)) {
        admitting.add(group);
        if (Reading.asText(range).filter(FirewallRules::isWorld).isPresent()) {
          open.add(group);
        }
        admitHosts(known.resource(), property(firewall, path), range, group);
      }
    }
  }

  private void admit(Urn group, Urn source) {
    sources.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(source);
  }

  private static String property(Firewall firewall, PropertyPath path) {
    return firewall.rules().map(PropertyPath::property).orElse(path.property());
  }

  /** A range of one address is the machine that has it, and one made of an output may be. */
  private void admitHosts(Resource rule, String property, Value range, Urn group) {
    Matcher host = HOST.matcher(Reading.asText(range).orElse(""));
    List<Known> meant =
        host.matches()
            ? references.named(host.group(1))
            : range.opaque() ? references.linked(rule, property) : List.of();
    for (Known source : meant) {
      for (Known machine : references.meant(source)) {
        if (isMachine(machine)) {
          admit(group, machine.urn());
        }
      }
    }
  }
}
