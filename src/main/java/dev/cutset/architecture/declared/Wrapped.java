package dev.cutset.architecture.declared;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Value;
import dev.cutset.yaml.YamlException;
import dev.cutset.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a resource is that merely wraps something: a Helm release is what its chart installs, a
 * manifest the object that is written in it, and a list of settings what each of them is called.
 *
 * @param types the types that it may be taken for, the most telling first
 * @param resource the same with what it wraps as its properties
 */
public record Wrapped(List<String> types, Resource resource) {
  public static final PropertyPath CHART = PropertyPath.of("chart");
  private static final PropertyPath FILES = PropertyPath.of("valueYamlFiles");
  private static final PropertyPath COUNT = PropertyPath.of("values.replicaCount");
  private static final PropertyPath SETTING_NAME = PropertyPath.of("name");
  private static final PropertyPath SETTING_KEY = PropertyPath.of("key");
  private static final PropertyPath SETTING_VALUE = PropertyPath.of("value");
  private static final Map<String, Settings> NAMED =
      Map.of(
          "aws:elasticbeanstalk/environment:Environment",
          new Settings("settings", SETTING_NAME),
          "aws-native:elasticloadbalancingv2:LoadBalancer",
          new Settings("loadBalancerAttributes", SETTING_KEY),
          "aws-native:elasticloadbalancingv2:TargetGroup",
          new Settings("targetGroupAttributes", SETTING_KEY));
  private static final String VALUES = "values";
  private static final List<String> MANIFESTS = List.of("manifest", "yamlBody");

  /** A list of settings, each with a name of its own. */
  private record Settings(String property, PropertyPath name) {}

  public Wrapped {
    types = List.copyOf(types);
  }

  static Wrapped of(Resource resource) {
    String type = resource.type();
    if (type.startsWith("kubernetes:helm.sh/") && type.endsWith(":Release")) {
      return release(resource);
    }
    if (isManifest(type)) {
      return manifest(resource).orElseGet(() -> new Wrapped(List.of(type), resource));
    }
    if (NAMED.containsKey(type)) {
      return new Wrapped(List.of(type), named(resource, NAMED.get(type)));
    }
    return new Wrapped(List.of(type), resource);
  }

  static boolean isManifest(String type) {
    return type.startsWith("kubernetes:yaml:Manifest") || type.startsWith("kubectl:");
  }

  /** What kind of object the manifest held that this was made of. */
  static Optional<String> kind(Resource object) {
    return object.property("kind").flatMap(Reading::asText);
  }

  /** The settings by their names; what is a list in one text is a list. */
  private static Resource named(Resource resource, Settings settings) {
    Value given = resource.property(settings.property()).orElse(Value.NULL);
    Map<String, Value> named = new LinkedHashMap<>();
    for (Value one : given instanceof Value.Items items ? items.values() : List.of(given)) {
      if (one.opaque()) {
        return resource;
      }
      Optional<String> name =
          settings.name().within(one).stream()
              .flatMap(value -> Reading.asText(value).stream())
              .findFirst();
      // A dot would be a step of a path.
      name.ifPresent(text -> named.put(text.replace(" ", "").replace('.', '_'), setting(one)));
    }
    Map<String, Value> inputs = new LinkedHashMap<>(resource.inputs());
    inputs.put(settings.property(), new Value.Fields(named));
    return resource.withInputs(inputs);
  }

  private static Value setting(Value one) {
    Value value = SETTING_VALUE.within(one).stream().findFirst().orElse(Value.NULL);
    return value instanceof Value.Text text && text.value().indexOf(',') > 0
        ? new Value.Items(List.of(text.value().split("\\s*,\\s*")).stream().map(Value::of).toList())
        : value;
  }

  /** The name of the chart of a release, wherever it comes from. */
  static Optional<String> chart(Resource release) {
    return CHART.in(release).stream()
        .flatMap(value -> Reading.asText(value).stream())
        .map(text -> text.replaceFirst("/+$", ""))
        .map(text -> text.substring(text.lastIndexOf('/') + 1))
        .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9.-]*"))
        .findFirst();
  }

  private static Wrapped release(Resource release) {
    Map<String, Value> inputs = new LinkedHashMap<>(release.inputs());
    inputs.put(VALUES, values(release));
    Resource told = release.withInputs(inputs);
    List<String> types = new ArrayList<>();
    chart(release).ifPresent(name -> types.add("helm:charts/" + name + ":Release"));
    if (!COUNT.in(told).isEmpty() && COUNT.in(told).stream().noneMatch(Value::opaque)) {
      types.add("helm:charts/any:Release");
    }
    types.add(release.type());
    return new Wrapped(types, told);
  }

  /** All values together; what is in a file that is not seen may say anything. */
  private static Value values(Resource release) {
    if (!FILES.in(release).isEmpty()) {
      return Value.UNKNOWN;
    }
    Map<String, Value> all = new LinkedHashMap<>();
    Value given = release.property(VALUES).orElse(Value.NULL);
    for (Value one : given instanceof Value.Items items ? items.values() : List.of(given)) {
      if (one.opaque()) {
        return Value.UNKNOWN;
      }
      if (one instanceof Value.Text text) {
        merge(all, parsed(text.value()));
      } else if (one instanceof Value.Fields fields) {
        merge(all, fields.values());
      }
    }
    Value settings = release.property("set").orElse(Value.NULL);
    for (Value one : settings instanceof Value.Items items ? items.values() : List.of(settings)) {
      set(all, one);
    }
    return new Value.Fields(all);
  }

  private static void set(Map<String, Value> all, Value setting) {
    Optional<String> name =
        SETTING_NAME.within(setting).stream()
            .flatMap(value -> Reading.asText(value).stream())
            .findFirst();
    if (name.isPresent() && name.get().matches("[\\w-]+(\\.[\\w-]+)*")) {
      Value value = SETTING_VALUE.within(setting).stream().findFirst().orElse(Value.NULL);
      List<String> steps = List.of(name.get().split("\\.", -1));
      Value nested = value;
      for (int i = steps.size() - 1; i > 0; i--) {
        nested = new Value.Fields(Map.of(steps.get(i), nested));
      }
      merge(all, Map.of(steps.get(0), nested));
    }
  }

  private static void merge(Map<String, Value> into, Map<String, Value> more) {
    more.forEach(
        (key, value) -> {
          if (into.get(key) instanceof Value.Fields old && value instanceof Value.Fields fields) {
            Map<String, Value> both = new LinkedHashMap<>(old.values());
            merge(both, fields.values());
            into.put(key, new Value.Fields(both));
          } else {
            into.put(key, value);
          }
        });
  }

  private static Optional<Wrapped> manifest(Resource resource) {
    for (String property : MANIFESTS) {
      Value given = resource.property(property).orElse(Value.NULL);
      Map<String, Value> object =
          given instanceof Value.Fields fields
              ? fields.values()
              : given instanceof Value.Text text ? parsed(text.value()) : Map.of();
      Optional<String> version = Reading.asText(object.getOrDefault("apiVersion", Value.NULL));
      Optional<String> kind = Reading.asText(object.getOrDefault("kind", Value.NULL));
      if (version.isPresent() && kind.isPresent()) {
        String group = version.get().contains("/") ? version.get() : "core/" + version.get();
        String type = "kubernetes:" + group + ":" + kind.get();
        return Optional.of(
            new Wrapped(List.of(type, resource.type()), resource.withInputs(object)));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Value> parsed(String yaml) {
    try {
      return YamlReader.values(yaml, "values")
          .filter(content -> content instanceof Map<?, ?>)
          .map(content -> ((Value.Fields) value(content)).values())
          .orElse(Map.of());
    } catch (YamlException unreadable) {
      return Map.of();
    }
  }

  private static Value value(Object content) {
    if (content instanceof Map<?, ?> map) {
      Map<String, Value> fields = new LinkedHashMap<>();
      map.forEach(
          (key, one) -> fields.put(String.valueOf(key), one == null ? Value.NULL : value(one)));
      return new Value.Fields(fields);
    } else if (content instanceof List<?> list) {
      return new Value.Items(
          list.stream().map(one -> one == null ? Value.NULL : value(one)).toList());
    } else if (content instanceof Boolean bool) {
      return Value.of(bool);
    } else if (content instanceof Number number) {
      return Value.of(number.doubleValue());
    }
    return Value.of(String.valueOf(content));
  }
}
