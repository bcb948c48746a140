package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One folder a policy, with all that belongs to it and nothing else. */
class PolicyFoldersTest {
  private static final Path POLICIES = Path.of("policies");
  private static final Set<String> SHARED = Set.of("lib", "schemas");
  private static final Set<String> FILES =
      Set.of(
          "policy.rego", "policy_test.rego", "README.md", "cases/fails.json", "cases/passes.json");
  private static final PolicyCatalog CATALOG = PolicyCatalog.bundled();

  static Stream<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(POLICIES)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> !SHARED.contains(folder.getFileName().toString()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void a_folder_holds_a_policy_its_tests_its_page_and_its_cases(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> folder.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(FILES);
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void the_folder_is_the_identity(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    String rule = Files.readString(folder.resolve("policy.rego"));
    assertThat(
            rule.contains("package cutset.policies[\"" + name + "\"]\n")
                || rule.contains("package cutset.policies." + name + "\n"))
        .as("the package of " + folder)
        .isTrue();
    assertThat(CATALOG.find(name))
        .map(PolicyInfo::id)
        .hasValue("SPOF-" + name.toUpperCase(Locale.ROOT));
  }

  @Test
  void every_compiled_policy_has_a_folder() throws IOException {
    assertThat(CATALOG.policies().stream().map(PolicyInfo::name))
        .containsExactlyElementsOf(
            folders().map(folder -> folder.getFileName().toString()).toList());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void the_page_has_the_shape_of_all_pages(Path folder) throws IOException {
    PolicyInfo policy = CATALOG.find(folder.getFileName().toString()).orElseThrow();
    String page = CATALOG.page(policy);
    assertThat(page)
        .isEqualTo(Files.readString(folder.resolve("README.md")))
        .startsWith("# " + policy.id() + "\n\n" + policy.description() + "\n");
    assertThat(page.lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## Avoid", "## Prefer", "## Why", "## How Cutset decides", "## What it does not see");
    assertThat(page.split("```java\n", -1)).as("snippets of " + policy.id()).hasSize(3);
    assertThat(page.split("```hcl\n", -1)).as("snippets of " + policy.id()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void a_policy_names_pages_to_read_on(Path folder) {
    PolicyInfo policy = CATALOG.find(folder.getFileName().toString()).orElseThrow();
    assertThat(policy.relatedResources())
        .isNotEmpty()
        .allSatisfy(
            page -> {
              assertThat(URI.create(page.ref())).hasScheme("https");
              assertThat(page.description()).isNotBlank();
            });
  }

  @Test
  void the_schema_has_the_fields_of_the_facts() throws IOException {
    RegoObject schema;
    try (InputStream json = Files.newInputStream(POLICIES.resolve("schemas/input.json"))) {
      schema = (RegoObject) RegoValue.parse(json);
    }
    RegoObject definitions = object(schema, "definitions");
    assertThat(fields(schema)).isEqualTo(documentFields());
    for (Class<?> fact : dev.cutset.analysis.Facts.class.getDeclaredClasses()) {
      if (fact.isRecord()) {
        assertThat(fields(object(definitions, definition(fact))))
            .as(fact.getSimpleName())
            .isEqualTo(components(fact));
      }
    }
  }

  @Test
  void a_document_has_every_field_of_the_schema() {
    RegoObject facts =
        (RegoObject)
            FactsDocument.of(
                FactsFixtures.facts(
                    FactsFixtures.cut(
                        dev.cutset.catalog.Scope.INSTANCE,
                        FactsFixtures.kept("web", dev.cutset.catalog.Role.COMPUTE, "cold"))));
    assertThat(keys(facts)).isEqualTo(documentFields());
    RegoObject cut = first(facts, "cuts");
    assertThat(keys(cut)).isEqualTo(components(dev.cutset.analysis.Facts.CutFact.class));
    RegoObject component = first(cut, "cause");
    assertThat(keys(component))
        .isEqualTo(components(dev.cutset.analysis.Facts.ComponentFact.class));
    assertThat(keys(first(component, "standbys")))
        .isEqualTo(components(dev.cutset.analysis.Facts.StandbyFact.class));
    assertThat(keys(first(cut, "proof")))
        .isEqualTo(components(dev.cutset.analysis.Facts.Step.class));
    assertThat(keys(first(cut, "entryPoints")))
        .isEqualTo(components(dev.cutset.analysis.Facts.EntryPointFact.class));
    assertThat(keys(object(cut, "failure")))
        .isEqualTo(components(dev.cutset.analysis.Facts.FailureFact.class));
  }

  /** What the facts are, and where among them a property is declared, which the document adds. */
  private static Set<String> documentFields() {
    Set<String> fields = new TreeSet<>(components(dev.cutset.analysis.Facts.class));
    fields.add("declaring");
    return fields;
  }

  private static String definition(Class<?> fact) {
    String name = fact.getSimpleName().replace("Fact", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static Set<String> components(Class<?> fact) {
    return Stream.of(fact.getRecordComponents())
        .map(component -> component.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> fields(RegoObject definition) {
    return keys(object(definition, "properties"));
  }

  private static Set<String> keys(RegoObject object) {
    return object.keys().stream()
        .map(key -> ((RegoString) key).value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static RegoObject object(RegoObject parent, String name) {
    RegoValue value = parent.get(name);
    assertThat(value).as(name).isInstanceOf(RegoObject.class);
    return (RegoObject) parent.get(name);
  }

  private static RegoObject first(RegoObject parent, String name) {
    assertThat(parent.get(name)).as(name).isInstanceOf(RegoArray.class);
    return (RegoObject) ((RegoArray) parent.get(name)).at(0);
  }
}
