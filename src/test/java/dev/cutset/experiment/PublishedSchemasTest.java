package dev.cutset.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Experiments fit what their tools publish of themselves: the definitions of Chaos Mesh and Litmus,
 * and Amazon's model of the service's API. They are no part of the repository; where the
 * environment names none, nothing is compared.
 */
class PublishedSchemasTest {

  @Test
  void workflows_fit_the_definition_of_chaos_mesh() throws IOException {
    Path folder = named("CUTSET_CHAOS_MESH");
    Path definition = folder.resolve("config/crd/bases/chaos-mesh.org_workflows.yaml");
    everyOneFits(Dialect.CHAOS_MESH, definition);
  }

  @Test
  void engines_fit_the_definition_of_litmus() throws IOException {
    everyOneFits(Dialect.LITMUS, named("CUTSET_LITMUS_CRD"));
  }

  @Test
  void templates_fit_the_model_of_the_service() throws IOException {
    Map<?, ?> model = (Map<?, ?>) load(named("CUTSET_FIS_MODEL"));
    Shapes shapes = new Shapes((Map<?, ?>) model.get("shapes"));
    int compared = 0;
    for (var stack : Plans.all()) {
      for (Experiment experiment : Plans.of(stack, Dialect.FIS).experiments()) {
        Object read = new Load(settings()).loadFromString(Plans.text(experiment));
        assertThat(shapes.objections("CreateExperimentTemplateRequest", read, experiment.file()))
            .isEmpty();
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static Path named(String variable) {
    String value = System.getenv().getOrDefault(variable, "");
    assumeTrue(!value.isEmpty(), "no " + variable);
    return Path.of(value);
  }

  private static LoadSettings settings() {
    return LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
  }

  private static Object load(Path file) throws IOException {
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
      return new Load(settings()).loadFromInputStream(in);
    }
  }

  private static void everyOneFits(Dialect dialect, Path definition) throws IOException {
    Map<?, ?> whole = (Map<?, ?>) load(definition);
    Map<?, ?> version = (Map<?, ?>) ((List<?>) in(whole, "spec", "versions")).get(0);
    Object strict = strict(in(version, "schema", "openAPIV3Schema"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(json(strict), InputFormat.JSON);
    int compared = 0;
    for (var stack : Plans.all()) {
      for (Experiment experiment : Plans.of(stack, dialect).experiments()) {
        Object read = new Load(settings()).loadFromString(Plans.text(experiment));
        assertThat(schema.validate(json(read), InputFormat.JSON)).as(experiment.file()).isEmpty();
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5);
  }

  private static Object in(Object value, String... keys) {
    Object at = value;
    for (String key : keys) {
      at = ((Map<?, ?>) at).get(key);
    }
    return at;
  }

  /**
   * A server drops what a definition does not name; here a name that is misspelt shall not pass.
   */
  private static Object strict(Object schema) {
    if (schema instanceof List<?> list) {
      return list.stream().map(PublishedSchemasTest::strict).toList();
    }
    if (!(schema instanceof Map<?, ?> map)) {
      return schema;
    }
    Map<Object, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(key, strict(value)));
    boolean closed =
        "object".equals(map.get("type"))
            && map.get("properties") instanceof Map<?, ?>
            && !Boolean.TRUE.equals(map.get("x-kubernetes-preserve-unknown-fields"));
    if (closed) {
      copy.putIfAbsent("additionalProperties", false);
    }
    return copy;
  }

  private static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> fields = new ArrayList<>();
      map.forEach((key, inner) -> fields.add(json(key) + ":" + json(inner)));
      return "{" + String.join(",", fields) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(",", list.stream().map(PublishedSchemasTest::json).toList()) + "]";
    }
    if (value instanceof String text) {
      StringBuilder quoted = new StringBuilder("\"");
      text.chars().forEach(c -> quoted.append(String.format("\\u%04x", c)));
      return quoted.append('"').toString();
    }
    return String.valueOf(value);
  }

  /** Amazon's own way to describe a request. */
  private record Shapes(Map<?, ?> shapes) {

    List<String> objections(String name, Object value, String at) {
      Map<?, ?> shape = (Map<?, ?>) shapes.get(name);
      List<String> found = new ArrayList<>();
      switch ((String) shape.get("type")) {
        case "structure" -> structure(shape, (Map<?, ?>) value, at, found);
        case "map" ->
            ((Map<?, ?>) value)
                .forEach(
                    (key, inner) -> {
                      found.addAll(objections(shapeOf(shape.get("key")), key, at));
                      found.addAll(objections(shapeOf(shape.get("value")), inner, at + "." + key));
                    });
        case "list" ->
            ((List<?>) value)
                .forEach(
                    inner -> found.addAll(objections(shapeOf(shape.get("member")), inner, at)));
        default -> text(shape, value, at, found);
      }
      return found;
    }

    private void structure(Map<?, ?> shape, Map<?, ?> value, String at, List<String> found) {
      Map<?, ?> members = (Map<?, ?>) shape.get("members");
      Object required = shape.get("required");
      for (Object one : required instanceof List<?> list ? list : List.of()) {
        // The command line makes up the token by itself.
        if (!one.equals("clientToken") && !value.containsKey(one)) {
          found.add(at + " lacks " + one);
        }
      }
      value.forEach(
          (key, inner) -> {
            if (members.containsKey(key)) {
              found.addAll(objections(shapeOf(members.get(key)), inner, at + "." + key));
            } else {
              found.add(at + " has no " + key);
            }
          });
    }

    private static void text(Map<?, ?> shape, Object value, String at, List<String> found) {
      if (!(value instanceof String text)) {
        found.add(at + " is no text");
        return;
      }
      boolean fits = !(shape.get("pattern") instanceof String pattern) || text.matches(pattern);
      boolean longEnough = !(shape.get("min") instanceof Integer min) || text.length() >= min;
      boolean shortEnough = !(shape.get("max") instanceof Integer max) || text.length() <= max;
      if (!fits || !longEnough || !shortEnough) {
        found.add(at + " cannot be `" + text + "`");
      }
    }

    private static String shapeOf(Object reference) {
      return (String) ((Map<?, ?>) reference).get("shape");
    }
  }
}
