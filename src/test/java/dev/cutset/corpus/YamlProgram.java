package dev.cutset.corpus;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A stack written as a Pulumi YAML program, as a first preview would show it: {@code
 * ${name.output}} is not known yet and leaves an edge, {@code ${?}} is not known and leaves none.
 */
public final class YamlProgram {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  private final Map<?, ?> program;
  private final boolean losesEdges;
  private final Map<String, Urn> urns = new LinkedHashMap<>();

  private YamlProgram(Map<?, ?> program, boolean losesEdges) {
    this.program = program;
    this.losesEdges = losesEdges;
  }

  /** The stack that the program declares. */
  public static Stack read(String text) {
    return read(text, false);
  }

  /** The stack as a first preview of a Java program shows it: of the edges, only those of ids. */
  static Stack readAsOfJava(String text) {
    return read(text, true);
  }

  private static Stack read(String text, boolean losesEdges) {
    return new YamlProgram(load(text), losesEdges).stack();
  }

  /** The program as it is written. */
  static Map<?, ?> load(String text) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private Stack stack() {
    Map<?, ?> declared = (Map<?, ?>) program.get("resources");
    declared.forEach((name, body) -> urns.put((String) name, urn((String) name, (Map<?, ?>) body)));
    List<Resource> resources = new ArrayList<>(providers());
    declared.forEach((name, body) -> resources.add(resource((String) name, (Map<?, ?>) body)));
    return new Stack("corpus", "test", Stack.Source.PREVIEW, resources);
  }

  private static Urn urn(String name, Map<?, ?> body) {
    return new Urn("urn:pulumi:test::corpus::" + body.get("type") + "::" + name);
  }

  private List<Resource> providers() {
    List<Resource> providers = new ArrayList<>();
    if (program.get("config") instanceof Map<?, ?> config) {
      config.forEach(
          (key, value) -> {
            String[] parts = ((String) key).split(":");
            String type = "pulumi:providers:" + parts[0];
            providers.add(
                new Resource(
                    defaultProvider(parts[0]),
                    true,
                    type,
                    Optional.empty(),
                    Map.of(parts[1], Value.of((String) value)),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Map.of()));
          });
    }
    return providers;
  }

  private static Urn defaultProvider(String cloud) {
    return new Urn("urn:pulumi:test::corpus::pulumi:providers:" + cloud + "::default");
  }

  private Resource resource(String name, Map<?, ?> body) {
    Map<String, Value> inputs = new LinkedHashMap<>();
    Map<String, List<Urn>> edges = new LinkedHashMap<>();
    Set<Urn> all = new LinkedHashSet<>();
    if (body.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach(
          (key, value) -> {
            Set<Urn> found = new LinkedHashSet<>();
            inputs.put((String) key, value(value, found));
            edges.put((String) key, List.copyOf(found));
            all.addAll(found);
          });
    }
    return new Resource(
        urns.get(name),
        true,
        (String) body.get("type"),
        Optional.empty(),
        inputs,
        Map.of(),
        Optional.empty(),
        Optional.of(provider(body)),
        all,
        edges);
  }

  private Urn provider(Map<?, ?> body) {
    String type = (String) body.get("type");
    if (body.get("options") instanceof Map<?, ?> options
        && options.get("provider") instanceof String provider) {
      Matcher reference = REFERENCE.matcher(provider);
      return urns.get(reference.matches() ? reference.group(1) : provider);
    }
    return defaultProvider(type.substring(0, type.indexOf(':')));
  }

  private Value value(Object value, Set<Urn> edges) {
    if (value instanceof String text) {
      return text(text, edges);
    } else if (value instanceof Boolean bool) {
      return Value.of(bool);
    } else if (value instanceof Number number) {
      return Value.of(number.doubleValue());
    } else if (value instanceof List<?> list) {
      return new Value.Items(list.stream().map(item -> value(item, edges)).toList());
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Value> fields = new LinkedHashMap<>();
      map.forEach((key, item) -> fields.put((String) key, value(item, edges)));
      return new Value.Fields(fields);
    }
    return Value.NULL;
  }

  private Value text(String text, Set<Urn> edges) {
    Matcher references = REFERENCE.matcher(text);
    boolean unknown = false;
    while (references.find()) {
      unknown = true;
      String name = references.group(1).split("[.\\[]", 2)[0];
      boolean lost = losesEdges && !references.group(1).endsWith(".id");
      if (!name.equals("?") && !lost) {
        edges.add(
            Optional.ofNullable(urns.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no resource `" + name + "`")));
      }
    }
    return unknown ? Value.UNKNOWN : Value.of(text);
  }
}
