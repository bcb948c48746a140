package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.ResourceType.Labels;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins services and the workloads that they select by labels.
 *
 * <p>Where labels of either are not known, a workload that nothing rules out may be selected, and
 * whether it is stays open.
 */
final class Selections {
  private static final PropertyPath NAMESPACE = PropertyPath.of("metadata.namespace");

  private final Declared declared;
  private final References references;
  private final Doubts doubts;
  private final OpenEnds openEnds;
  private final Drafts drafts;
  private final Map<String, List<Known>> carriers = new HashMap<>();
  private final List<Known> vague = new ArrayList<>();

  Selections(
      Declared declared, References references, Doubts doubts, OpenEnds openEnds, Drafts drafts) {
    this.declared = declared;
    this.references = references;
    this.doubts = doubts;
    this.openEnds = openEnds;
    this.drafts = drafts;
  }

  /**
   * The labels at one end.
   *
   * @param values by key; empty where the value is not known
   * @param open whether there may be others
   */
  private record Tags(Map<String, Optional<String>> values, boolean open) {
    boolean vague() {
      return open || values.values().stream().anyMatch(Optional::isEmpty);
    }

    Truth carriedBy(Tags carried) {
      Truth truth = open ? Truth.MAYBE : Truth.YES;
      for (Map.Entry<String, Optional<String>> wanted : values.entrySet()) {
        Truth one = carried.has(wanted.getKey(), wanted.getValue());
        if (one == Truth.NO) {
          return Truth.NO;
        }
        truth = one == Truth.MAYBE ? Truth.MAYBE : truth;
      }
      return truth;
    }

    private Truth has(String key, Optional<String> wanted) {
      if (!values.containsKey(key)) {
        return open ? Truth.MAYBE : Truth.NO;
      }
      Optional<String> value = values.getOrDefault(key, Optional.empty());
      if (value.isEmpty() || wanted.isEmpty()) {
        return Truth.MAYBE;
      }
      return value.equals(wanted) ? Truth.YES : Truth.NO;
    }
  }

  void connect() {
    for (Known known : declared.all()) {
      if (known.type().labels().flatMap(Labels::carries).isPresent()) {
        Tags tags = tags(known, Labels::carries);
        if (tags.vague() || NAMESPACE.isUnknownIn(known.resource())) {
          vague.add(known);
        }
        tags.values()
            .forEach(
                (key, value) ->
                    value.ifPresent(
                        text ->
                            carriers
                                .computeIfAbsent(key(known, key, text), k -> new ArrayList<>())
                                .add(known)));
      }
    }
    for (Known known : declared.all()) {
      known.type().labels().flatMap(Labels::selects).ifPresent(path -> connect(known, path));
    }
  }

  private void connect(Known known, PropertyPath path) {
    Tags wanted = tags(known, Labels::selects);
    List<Known> linked =
        wanted.vague() || wanted.values().isEmpty() ? linked(known, path) : List.of();
    if (!linked.isEmpty()) {
      linked.forEach(target -> send(known, target, path));
      return;
    }
    List<Known> selected = selected(known, wanted);
    selected.forEach(target -> send(known, target, path));
    // Of a selector of which nothing is known, what it may select is as good as anything.
    List<Known> possible =
        wanted.vague() && !wanted.open() ? drawn(known, wanted) : vague(known, wanted);
    possible.removeAll(selected);
    if (wanted.open() || !possible.isEmpty()) {
      leaveOpen(known, path, possible, selected.isEmpty());
    }
  }

  /** What the selector's edges lead to, be it by a tag that stands for what carries it. */
  private List<Known> linked(Known known, PropertyPath path) {
    return references.linked(known.resource(), path.property()).stream()
        .flatMap(other -> references.meant(other).stream())
        .filter(other -> other.type().labels().flatMap(Labels::carries).isPresent())
        .distinct()
        .toList();
  }

  private List<Known> selected(Known known, Tags wanted) {
    return wanted.values().entrySet().stream()
        .filter(entry -> entry.getValue().isPresent() && !wanted.vague())
        .findFirst()
        .map(first -> key(known, first.getKey(), first.getValue().orElse("")))
        .map(key -> carriers.getOrDefault(key, List.of()))
        .orElse(List.of())
        .stream()
        .filter(other -> wanted.carriedBy(tags(other, Labels::carries)) == Truth.YES)
        .toList();
  }

  /** Those whose labels, or whose namespace, are not known. */
  private List<Known> vague(Known known, Tags wanted) {
    return wanted.values().isEmpty() || wanted.open()
        ? new ArrayList<>()
        : possible(known, wanted, vague);
  }

  /** All that the known part of a selector does not rule out. */
  private List<Known> drawn(Known known, Tags wanted) {
    return possible(
        known,
        wanted,
        declared.all().stream()
            .filter(other -> other.type().labels().flatMap(Labels::carries).isPresent())
            .toList());
  }

  private static List<Known> possible(Known known, Tags wanted, List<Known> carriers) {
    List<Known> possible = new ArrayList<>();
    for (Known other : carriers) {
      boolean near =
          namespace(known).equals(namespace(other))
              || (cluster(known).equals(cluster(other))
                  && (NAMESPACE.isUnknownIn(known.resource())
                      || NAMESPACE.isUnknownIn(other.resource())));
      if (near && wanted.carriedBy(tags(other, Labels::carries)) != Truth.NO) {
        possible.add(other);
      }
    }
    return possible;
  }

  /**
   * What is possible helps at best, and at worst nothing goes without it; where nothing at all is
   * certain it may be something else that is selected.
   */
  private void leaveOpen(
      Known known, PropertyPath path, List<Known> possible, boolean nothingElse) {
    Draft subject = drafts.of(known);
    List<Need> doubtful = new ArrayList<>();
    for (Known target : possible) {
      Need need = drafts.on(target, evidence(known, path));
      doubtful.add(need);
      if (!nothingElse && doubts.kindest()) {
        subject.balance(drafts.of(target).urn(), need);
      }
    }
    if (nothingElse) {
      subject.leaveOpen();
      doubtful.add(openEnds.whatever(known, path));
      subject.need(openEnds.choice(List.of(), doubtful, Failover.AUTOMATIC));
    } else if (!doubts.kindest()) {
      doubtful.forEach(subject::need);
    }
  }

  private void send(Known known, Known target, PropertyPath path) {
    drafts.of(known).balance(drafts.of(target).urn(), drafts.on(target, evidence(known, path)));
  }

  private static Evidence evidence(Known known, PropertyPath path) {
    return Evidence.declared(known.said(path));
  }

  private static Tags tags(Known known, End end) {
    Optional<PropertyPath> path = known.type().labels().flatMap(end::of);
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    boolean open = false;
    for (Value value : path.map(p -> p.in(known.resource())).orElse(List.of())) {
      if (value instanceof Value.Text text) {
        split(text.value(), values);
      } else if (value instanceof Value.Fields fields) {
        fields.values().forEach((key, one) -> values.put(key, Reading.asText(one)));
      } else {
        open = true;
      }
    }
    return new Tags(values, open);
  }

  /** Labels told in one text, {@code role=web,stage=live}, or tags, which have no value. */
  private static void split(String text, Map<String, Optional<String>> labels) {
    for (String one : text.split(",")) {
      String[] parts = one.strip().split("==?", 2);
      labels.put(parts[0], Optional.of(parts.length == 2 ? parts[1] : ""));
    }
  }

  private interface End {
    Optional<PropertyPath> of(Labels labels);
  }

  private static String key(Known known, String label, String value) {
    return namespace(known) + " " + label + "=" + value;
  }

  /** The cluster and the namespace in it. */
  static String namespace(Known known) {
    String namespace =
        NAMESPACE.in(known.resource()).stream()
            .flatMap(value -> Reading.asText(value).stream())
            .findFirst()
            .orElse("");
    return cluster(known) + " " + namespace;
  }

  private static String cluster(Known known) {
    return known.resource().provider().map(Object::toString).orElse("");
  }
}
