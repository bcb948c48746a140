package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.catalog.ResourceType.Tags;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules of a network that tell by tags whom they admit to what, as those of Google Cloud do. */
final class TaggedRules {
  private static final String TAGS = "tags";
  private static final String ALL = "";

  private final Reading reading;
  private final Networks networks;
  private final Texts texts;
  private final Map<String, List<Rule>> byTarget = new HashMap<>();
  private final List<Draft> tagged = new ArrayList<>();
  private final Map<String, List<Draft>> carriers = new HashMap<>();
  private final Set<String> opened = new HashSet<>();

  TaggedRules(Reading reading, Networks networks, Texts texts) {
    this.reading = reading;
    this.networks = networks;
    this.texts = texts;
  }

  /**
   * A rule.
   *
   * @param ports to what it admits besides what administrators use, nothing if to nothing else
   */
  private record Rule(Known said, Set<String> sources, boolean world, Set<Integer> ports) {
    boolean serves() {
      return !ports.isEmpty();
    }

    boolean opens() {
      return world && serves();
    }
  }

  /** Somebody who is admitted to something. */
  record Use(Draft user, Draft server) {}

  void add(Known rule, Tags tags, Set<Integer> ports) {
    Set<String> sources = texts(rule, tags.sources());
    Set<String> ranges = texts(rule, tags.ranges());
    // Where a rule names no source at all, the world is admitted.
    boolean world =
        ranges.stream().anyMatch(FirewallRules::isWorld)
            || (ranges.isEmpty()
                && sources.isEmpty()
                && tags.ranges().in(rule.resource()).isEmpty());
    Set<String> targets = texts(rule, tags.targets());
    String network = network(rule);
    for (String target : targets.isEmpty() ? Set.of(ALL) : targets) {
      byTarget
          .computeIfAbsent(network + " " + target, key -> new ArrayList<>())
          .add(new Rule(rule, sources, world, ports));
    }
  }

  /**
   * Whether the world is admitted, or may be: no rule of the stack is about it, nor does any say of
   * others in its network that they are those to come to.
   */
  boolean isOpen(Known known) {
    if (!concerns(known)) {
      return false;
    }
    List<Rule> rules = rules(known);
    return rules.isEmpty()
        ? !opened.contains(network(known)) || areTagsOpen(known)
        : rules.stream().anyMatch(Rule::opens);
  }

  private boolean areTagsOpen(Known known) {
    for (Known sayer : texts.sayers(known)) {
      PropertyPath path = sayer.type().facts().get(TAGS);
      if (path != null && reading.values(sayer, path).stream().anyMatch(Value::opaque)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule about it, and not about all alike, admits somebody to what it serves. */
  boolean admitsOthers(Known known) {
    return concerns(known)
        && tags(known).stream().flatMap(tag -> about(known, tag).stream()).anyMatch(Rule::serves);
  }

  /** The ports to which rules about it, and not about all alike, admit others. */
  Set<Integer> portsOf(Known known) {
    if (byTarget.isEmpty() || !concerns(known)) {
      return Set.of();
    }
    Set<Integer> ports = new HashSet<>();
    for (String tag : tags(known)) {
      about(known, tag).forEach(rule -> ports.addAll(rule.ports()));
    }
    return ports;
  }

  /** Whether a rule admits others to one of some ports. */
  boolean admitToAny(Set<Integer> wanted) {
    for (List<Rule> rules : byTarget.values()) {
      for (Rule rule : rules) {
        if (!Collections.disjoint(rule.ports(), wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Takes note of who carries which tags: when all rules are known, and before who is admitted. */
  void carriedBy(Collection<Draft> drafts) {
    for (Draft draft : byTarget.isEmpty() ? List.<Draft>of() : drafts) {
      if (!concerns(draft.known())) {
        continue;
      }
      tagged.add(draft);
      String network = network(draft.known());
      for (String tag : tags(draft.known())) {
        String carried = network + " " + tag;
        carriers.computeIfAbsent(carried, key -> new ArrayList<>()).add(draft);
        if (byTarget.getOrDefault(carried, List.of()).stream().anyMatch(Rule::opens)) {
          opened.add(network);
        }
      }
    }
  }

  /** Who is admitted by a tag to what, by the rule that says so. */
  Map<Known, List<Use>> uses() {
    Map<Known, List<Use>> uses = new LinkedHashMap<>();
    for (Draft server : tagged) {
      for (Rule rule : rules(server.known())) {
        for (String source : rule.sources()) {
          carriers
              .getOrDefault(network(server.known()) + " " + source, List.of())
              .forEach(
                  user ->
                      uses.computeIfAbsent(rule.said(), key -> new ArrayList<>())
                          .add(new Use(user, server)));
        }
      }
    }
    return uses;
  }

  private List<Rule> rules(Known known) {
    List<Rule> rules = new ArrayList<>(about(known, ALL));
    tags(known).forEach(tag -> rules.addAll(about(known, tag)));
    return rules;
  }

  private List<Rule> about(Known known, String tag) {
    return byTarget.getOrDefault(network(known) + " " + tag, List.of());
  }

  private boolean concerns(Known known) {
    return texts.sayers(known).stream().anyMatch(sayer -> sayer.type().facts().containsKey(TAGS));
  }

  private Set<String> tags(Known known) {
    Set<String> tags = new LinkedHashSet<>();
    for (Known sayer : texts.sayers(known)) {
      Optional.ofNullable(sayer.type().facts().get(TAGS))
          .ifPresent(path -> tags.addAll(texts(sayer, path)));
    }
    return tags;
  }

  private Set<String> texts(Known known, PropertyPath path) {
    Set<String> found = new LinkedHashSet<>();
    reading.values(known, path).forEach(value -> Reading.asText(value).ifPresent(found::add));
    return found;
  }

  private String network(Known known) {
    return networks.of(known).orElse("");
  }
}
