package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.ResourceType.Labels;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins services and the workloads that they select by labels. */
final class Selections {
  private static final PropertyPath NAMESPACE = PropertyPath.of("metadata.namespace");

  private final Declared declared;
  private final References references;
  private final Drafts drafts;
  private final Map<String, List<Known>> carriers = new HashMap<>();

  Selections(Declared declared, References references, Drafts drafts) {
    this.declared = declared;
    this.references = references;
    this.drafts = drafts;
  }

  void connect() {
    for (Known known : declared.all()) {
      for (Map.Entry<String, String> label : labels(known, Labels::carries).entrySet()) {
        carriers.computeIfAbsent(key(known, label), key -> new ArrayList<>()).add(known);
      }
    }
    for (Known known : declared.all()) {
      known
          .type()
          .labels()
          .flatMap(Labels::selects)
          .ifPresent(path -> selected(known, path).forEach(target -> send(known, target, path)));
    }
  }

  private List<Known> selected(Known known, PropertyPath path) {
    Map<String, String> wanted = labels(known, Labels::selects);
    if (wanted.isEmpty()) {
      return references.linked(known.resource(), path.property()).stream()
          .filter(other -> other.type().labels().flatMap(Labels::carries).isPresent())
          .toList();
    }
    Map.Entry<String, String> first = wanted.entrySet().iterator().next();
    return carriers.getOrDefault(key(known, first), List.of()).stream()
        .filter(other -> labels(other, Labels::carries).entrySet().containsAll(wanted.entrySet()))
        .toList();
  }

  private void send(Known known, Known target, PropertyPath path) {
    Draft subject = drafts.of(known);
    Draft object = drafts.of(target);
    subject.balance(
        object.urn(),
        drafts.on(target, Evidence.declared("`" + path + "` of `" + known.name() + "`")));
  }

  /** The known labels at one end; none when any of them is not known. */
  private static Map<String, String> labels(Known known, End end) {
    Optional<PropertyPath> path = known.type().labels().flatMap(end::of);
    Map<String, String> labels = new HashMap<>();
    for (Value value : path.map(p -> p.in(known.resource())).orElse(List.of())) {
      if (value instanceof Value.Text text) {
        tags(text.value(), labels);
        continue;
      }
      if (!(value instanceof Value.Fields fields)) {
        return Map.of();
      }
      for (Map.Entry<String, Value> field : fields.values().entrySet()) {
        Optional<String> text = Reading.asText(field.getValue());
        if (text.isEmpty()) {
          return Map.of();
        }
        labels.put(field.getKey(), text.get());
      }
    }
    return labels;
  }

  /** Labels told in one text, {@code role=web,stage=live}, or tags, which have no value. */
  private static void tags(String text, Map<String, String> labels) {
    for (String one : text.split(",")) {
      String[] parts = one.strip().split("==?", 2);
      labels.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
  }

  private interface End {
    Optional<PropertyPath> of(Labels labels);
  }

  private static String key(Known known, Map.Entry<String, String> label) {
    return namespace(known) + " " + label.getKey() + "=" + label.getValue();
  }

  /** The cluster and the namespace in it. */
  static String namespace(Known known) {
    String namespace =
        NAMESPACE.in(known.resource()).stream()
            .flatMap(value -> Reading.asText(value).stream())
            .findFirst()
            .orElse("");
    String cluster = known.resource().provider().map(Object::toString).orElse("");
    return cluster + " " + namespace;
  }
}
