package dev.cutset;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data flow one way, from a stack to a report, and no package knows what comes after it. */
class LayersTest {
  private static final String ROOT = "dev.cutset.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.cutset");

  /** Each package with those it may know; ARCHITECTURE.md says why. */
  private static final Map<String, List<String>> MAY_KNOW =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("stack", List.of()),
              Map.entry("source", List.of("stack")),
              Map.entry("catalog", List.of("shipped", "stack", "yaml")),
              Map.entry("remedy", List.of("catalog", "stack")),
              Map.entry("architecture", List.of("catalog", "stack", "yaml")),
              Map.entry("analysis", List.of("architecture", "catalog", "stack")),
              // What a rehearsal is in the words of the tools that repeat it in a real system.
              Map.entry("experiment", List.of("analysis", "architecture", "catalog", "stack")),
              Map.entry("rego", List.of()),
              Map.entry(
                  "policy", List.of("analysis", "catalog", "rego", "remedy", "shipped", "stack")),
              Map.entry("config", List.of("policy", "catalog", "stack", "yaml")),
              // Where the parts are put together.
              Map.entry(
                  "gate",
                  List.of(
                      "config",
                      "policy",
                      "remedy",
                      "analysis",
                      "architecture",
                      "catalog",
                      "stack")),
              // Architectures are drawn, judgements are told.
              Map.entry(
                  "report",
                  List.of("policy", "remedy", "analysis", "architecture", "catalog", "stack")),
              Map.entry(
                  "cli",
                  List.of(
                      "gate",
                      "report",
                      "config",
                      "policy",
                      "experiment",
                      "analysis",
                      "architecture",
                      "catalog",
                      "pulumi.host",
                      "pulumi.install",
                      "shipped",
                      "source",
                      "stack",
                      "template")),
              // Files, read by whoever has them.
              Map.entry("shipped", List.of()),
              // What anybody writes in YAML, read by whoever understands it.
              Map.entry("yaml", List.of()),
              // Programs to copy; nobody has looked at them yet.
              Map.entry("template", List.of("yaml")),
              // They serve previews and run programs, and judge nothing.
              Map.entry("pulumi.plugin", List.of()),
              // Goes into a program's own JVM.
              Map.entry("pulumi.guest", List.of()),
              // Files to copy.
              Map.entry("pulumi.install", List.of()),
              Map.entry("pulumi.offline", List.of("pulumi.plugin", "yaml")),
              // What programs ask of the world is in the configuration, and in other stacks'
              // states.
              Map.entry(
                  "pulumi.host",
                  List.of("config", "pulumi.guest", "pulumi.offline", "source", "stack", "yaml")),
              // The gate at the engine's side; like the command line it takes stacks to the gate.
              Map.entry(
                  "pulumi.pack",
                  List.of(
                      "gate",
                      "report",
                      "config",
                      "policy",
                      // For what a proof that was rejected says of itself.
                      "analysis",
                      "catalog",
                      "pulumi.host",
                      "pulumi.plugin",
                      "remedy",
                      "source",
                      "stack"))));

  static Stream<String> packages() {
    return MAY_KNOW.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_knows_only_what_comes_before_it(String name) {
    List<String> mayKnow = new ArrayList<>(MAY_KNOW.getOrDefault(name, List.of()));
    mayKnow.add(name);
    String[] others =
        MAY_KNOW.keySet().stream()
            .filter(other -> !mayKnow.contains(other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }

  @Test
  void every_class_is_in_a_package_that_the_flow_names() {
    String[] known =
        MAY_KNOW.keySet().stream().map(name -> ROOT + name + "..").toArray(String[]::new);

    classes().should().resideInAnyPackage(known).check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.cutset.(*)..", "dev.cutset.architecture.(*)"})
  void no_packages_depend_on_each_other_in_a_circle(String packages) {
    slices().matching(packages).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void every_package_says_that_it_is_free_of_nulls() {
    List<String> packages =
        CLASSES.stream().map(JavaClass::getPackageName).distinct().sorted().toList();

    assertThat(packages).isNotEmpty();
    assertThat(packages)
        .allSatisfy(
            name ->
                assertThat(CLASSES.getPackage(name).tryGetPackageInfo())
                    .as("package-info of %s", name)
                    .hasValueSatisfying(
                        info -> assertThat(info.isAnnotatedWith(NullMarked.class)).isTrue()));
  }

  @Test
  void only_the_command_line_ends_the_process_or_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.cutset.cli..", "dev.cutset.pulumi..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void no_class_is_named_after_what_it_is_not_about() {
    String names =
        CLASSES.stream()
            .map(JavaClass::getSimpleName)
            .filter(name -> name.matches(".*(Util|Utils|Manager|Helper|Impl)"))
            .collect(Collectors.joining(", "));

    assertThat(names).isEmpty();
  }
}
