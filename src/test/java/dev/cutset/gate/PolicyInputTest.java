package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cutset.Golden;
import dev.cutset.StackFolder;
import dev.cutset.analysis.Facts;
import dev.cutset.analysis.FactsBuilder;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.policy.FactsDocument;
import dev.cutset.policy.Judge;
import dev.cutset.policy.own.PolicyLibrary;
import dev.cutset.report.FactsJson;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schema of what policies are told, against what they are told of real stacks. */
class PolicyInputTest {
  private static final Path PAGE = Path.of("docs/policy-input.md");
  private static final Path EXAMPLE = Path.of("docs/examples/facts.json");
  private static final Pattern TABLE =
      Pattern.compile("(<!-- fields of (\\w+) -->\n\\| field \\|.*\n\\|-.*\n)(?:\\|.*\n)*");
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode DOCUMENT = JSON.readTree(PolicyLibrary.schema());

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(DOCUMENT);

  /** The programs, and the cases of the policies, which are of every kind. */
  static List<Path> stacks() throws IOException {
    List<Path> stacks = new ArrayList<>();
    StackFolder.all().forEach(folder -> stacks.add(folder.preview()));
    try (Stream<Path> files = Files.walk(Path.of("policies"))) {
      files.filter(file -> file.toString().contains("cases/")).sorted().forEach(stacks::add);
    }
    return stacks.stream().filter(Files::isRegularFile).toList();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void what_policies_are_told_is_what_the_schema_says(Path stack) throws Exception {
    assertThat(schema.validate(told(stack))).isEmpty();
  }

  @Test
  void every_field_of_the_schema_is_told_of_some_stack() throws Exception {
    Set<String> told = new TreeSet<>();
    for (Path stack : stacks()) {
      collect(DOCUMENT, told(stack), "input", told);
    }
    Set<String> fields = new TreeSet<>(fields("input", DOCUMENT));
    DOCUMENT.get("definitions").forEachEntry((name, each) -> fields.addAll(fields(name, each)));

    // No type of the catalog says how to survive the loss of a whole cloud.
    fields.remove("component.remedy.cloud");

    assertThat(told).isEqualTo(fields);
  }

  @Test
  void every_field_of_the_schema_is_described() {
    Set<String> undescribed = new TreeSet<>(undescribed("input", DOCUMENT));
    DOCUMENT
        .get("definitions")
        .forEachEntry((name, each) -> undescribed.addAll(undescribed(name, each)));

    assertThat(undescribed).isEmpty();
  }

  @Test
  void the_page_has_the_fields_of_the_schema() throws IOException {
    String page = Files.readString(PAGE);

    String real =
        TABLE
            .matcher(page)
            .replaceAll(table -> Matcher.quoteReplacement(table.group(1) + rows(table.group(2))));

    assertThat(TABLE.matcher(page).results().map(table -> table.group(2)))
        .containsExactlyInAnyOrder(
            "facts", "entryPoint", "cut", "failure", "step", "component", "standby", "gateway");
    Golden.assertSame(PAGE, real);
  }

  @Test
  void the_example_is_what_policies_are_told() throws Exception {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    new FactsJson().render(facts(Path.of("policies/region/cases/fails.json")), told);

    Golden.assertSame(EXAMPLE, told.toString(StandardCharsets.UTF_8));
    assertThat(schema.validate(JSON.readTree(Files.readString(EXAMPLE)))).isEmpty();
  }

  private static String rows(String definition) {
    JsonNode described =
        definition.equals("facts") ? DOCUMENT : DOCUMENT.get("definitions").get(definition);
    StringBuilder rows = new StringBuilder();
    described
        .get("properties")
        .forEachEntry(
            (key, field) ->
                rows.append("| `")
                    .append(key)
                    .append("` | ")
                    .append(type(field))
                    .append(" | ")
                    .append(field.get("description").asString().replaceFirst("\\.$", ""))
                    .append(" |\n"));
    return rows.toString();
  }

  private static String type(JsonNode field) {
    if (field.has("$ref")) {
      String definition = field.get("$ref").asString().replace("#/definitions/", "");
      return definition.equals("strings") ? "list of texts" : definition;
    }
    if (field.has("enum")) {
      List<String> words = new ArrayList<>();
      field.get("enum").forEach(word -> words.add("`" + word.asString() + "`"));
      return String.join(", ", words);
    }
    return switch (field.get("type").asString()) {
      case "array" -> "list of " + type(field.get("items"));
      case "string" -> "text";
      case "integer" -> "number";
      default -> field.get("type").asString();
    };
  }

  /** Which fields of which kind of thing are there. */
  private static void collect(JsonNode schema, JsonNode data, String name, Set<String> told) {
    if (schema.has("$ref")) {
      String definition = schema.get("$ref").asString().replace("#/definitions/", "");
      collect(DOCUMENT.get("definitions").get(definition), data, definition, told);
    } else if (data.isArray()) {
      data.forEach(item -> collect(schema.get("items"), item, name, told));
    } else if (schema.has("properties")) {
      data.forEachEntry(
          (key, value) -> {
            told.add(name + "." + key);
            collect(schema.get("properties").get(key), value, name + "." + key, told);
          });
    }
  }

  private static Set<String> fields(String name, JsonNode schema) {
    Set<String> fields = new TreeSet<>();
    if (schema.has("properties")) {
      schema
          .get("properties")
          .forEachEntry(
              (key, field) -> {
                fields.add(name + "." + key);
                fields.addAll(fields(name + "." + key, field));
              });
    }
    return fields;
  }

  private static Set<String> undescribed(String name, JsonNode schema) {
    Set<String> undescribed = new TreeSet<>();
    for (String field : fields(name, schema)) {
      JsonNode at = schema;
      for (String key : field.substring(name.length() + 1).split("\\.")) {
        at = at.get("properties").get(key);
      }
      if (!at.has("description")) {
        undescribed.add(field);
      }
    }
    return undescribed;
  }

  private static JsonNode told(Path stack) throws Exception {
    return JSON.readTree(FactsDocument.json(facts(stack)));
  }

  private static Facts facts(Path stack) throws Exception {
    Stack read = new StackReader(CATALOG, CATALOG).read(stack);
    return new FactsBuilder(GATE.analyse(read, Configuration.EMPTY), Scope.ZONE).facts();
  }
}
