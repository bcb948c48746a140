package dev.cutset.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published schema accepts and refuses what the reader does. */
class ConfigurationSchemaTest {
  private static final Path CASES = Path.of("src/test/resources/dev/cutset/config");

  private final ObjectMapper json = new ObjectMapper();
  private final JsonNode document = document();
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);

  static Stream<Path> valid() throws IOException {
    return ConfigurationCases.in(CASES.resolve("valid"));
  }

  static Stream<Path> invalid() throws IOException {
    return ConfigurationCases.in(CASES.resolve("invalid"));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void what_the_reader_takes_the_schema_takes(Path file) throws Exception {
    new ConfigurationReader(List.of("SPOF-DATABASE", "SPOF-REGION")).read(file);

    assertThat(errors(file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void what_the_reader_refuses_the_schema_refuses(Path file) throws Exception {
    assertThat(errors(file)).isNotEmpty();
  }

  @Test
  void the_schema_names_the_keys_that_the_reader_knows() {
    assertThat(names("/properties")).containsExactlyElementsOf(ConfigurationReader.KEYS);
    assertThat(names("/properties/policies/additionalProperties/properties"))
        .containsExactlyElementsOf(ConfigurationReader.POLICY_KEYS);
    assertThat(names("/properties/opa/properties")).containsExactlyElementsOf(OpaServerReader.KEYS);
    assertThat(names("/properties/hints/items/properties"))
        .containsExactlyElementsOf(HintReader.KEYS);
    assertThat(names("/properties/hints/items/properties/quorum/properties"))
        .containsExactlyElementsOf(HintReader.QUORUM_KEYS);
    assertThat(names("/properties/hints/items/properties/placement/properties"))
        .containsExactlyElementsOf(HintReader.PLACEMENT_KEYS);
    assertThat(names("/$defs/stackOutputs/properties"))
        .containsExactlyElementsOf(AnswersReader.STACK_KEYS);
    assertThat(names("/properties/lookups/items/properties"))
        .containsExactlyElementsOf(AnswersReader.LOOKUP_KEYS);
    List<String> ruleKeys = new ArrayList<>();
    document
        .at("/properties/entryPoints/items/oneOf")
        .forEach(rule -> ruleKeys.addAll(rule.at("/properties").propertyNames()));
    assertThat(ruleKeys).containsOnlyOnceElementsOf(List.of("match", "declare", "exclude"));
    assertThat(ruleKeys).containsOnly(EntryPointRuleReader.KEYS.toArray(String[]::new));
  }

  @Test
  void the_schema_names_the_words_that_the_reader_knows() {
    assertThat(words("/$defs/scope/enum"))
        .containsExactlyElementsOf(Arrays.stream(Scope.values()).map(Scope::word).toList());
    assertThat(words("/properties/hints/items/properties/role/enum"))
        .containsExactlyElementsOf(Arrays.stream(Role.values()).map(Role::word).toList());
    assertThat(words("/properties/policies/additionalProperties/properties/severity/enum"))
        .containsExactlyElementsOf(Arrays.stream(Severity.values()).map(Severity::word).toList());
    assertThat(words("/properties/policies/additionalProperties/properties/enforcement/enum"))
        .containsExactlyElementsOf(
            ConfigurationReader.ENFORCEMENTS.stream().map(Enforcement::word).toList());
    assertThat(words("/properties/undecided/enum"))
        .containsExactlyElementsOf(
            ConfigurationReader.UNDECIDED.stream().map(Enforcement::word).toList());
  }

  private List<Error> errors(Path file) throws IOException {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    return schema.validate(json.valueToTree(read));
  }

  private Collection<String> names(String pointer) {
    return document.at(pointer).propertyNames();
  }

  private List<String> words(String pointer) {
    List<String> words = new ArrayList<>();
    document.at(pointer).forEach(word -> words.add(word.asString()));
    return words;
  }

  private JsonNode document() {
    try (InputStream in = ConfigurationReader.class.getResourceAsStream("cutset.schema.json")) {
      return json.readTree(Objects.requireNonNull(in, "cutset.schema.json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
