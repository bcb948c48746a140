package dev.cutset.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.hostile.Shell.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML that is small and stands for much, or for no end, is refused with its file. */
@Timeout(60)
class HostileYamlTest {
  private static final String STACK = "stacks/ladder/6-several-zones/preview.json";
  private static final String PROGRAM = "name: x\nruntime: java\n";

  @TempDir private Path folder;

  static Stream<String> bombs() {
    return Stream.of(
        "target: " + Texts.nested("[", "]"),
        "stacks:\n  s:\n    outputs:\n" + Texts.aliases("      "),
        "lookups:\n  - function: a:b/c:d\n    returns:\n" + Texts.aliases("      "),
        "hints: &a\n  - *a\n",
        "stacks: &a\n  s: *a\n",
        "policies: &a\n  SPOF-ZONE: *a\n",
        "? &a [*a]\n: x\n",
        "target: !%20 zone\n");
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_configuration_is_refused(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("cutset.yaml"), yaml);
    new Shell(Path.of(""))
        .run("check", "--config", file.toString(), STACK)
        .refused(Shell.WRONG_USE, "cutset.yaml");
  }

  static Stream<String> projects() {
    return Stream.of(
        "name: " + Texts.nested("[", "]"),
        PROGRAM + "config:\n" + Texts.aliases("  "),
        PROGRAM + "config: &a\n  x: *a\n",
        PROGRAM + "config:\n  y: &a\n    - *a\n",
        PROGRAM + "config:\n  y:\n    secure: &a\n      - *a\n",
        "name: x\nruntime: java\nmain: \"a\\0b\"\n",
        "name: x\nruntime:\n  name: java\n  options:\n    binary: \"a\\0b\"\n",
        PROGRAM + "plugins:\n  providers:\n    - name: a\n      path: \"\\0\"\n",
        PROGRAM + "packages:\n  a: \"./\\0\"\n",
        "name: !%20 x\n");
  }

  @ParameterizedTest
  @MethodSource("projects")
  void a_project_is_refused(String yaml) throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), yaml);
    new Shell(folder).run("check").refused(Shell.UNREADABLE, "Pulumi.yaml");
  }

  @ParameterizedTest
  @MethodSource("projects")
  void the_settings_of_a_stack_are_refused(String yaml) throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), PROGRAM);
    Files.writeString(folder.resolve("Pulumi.dev.yaml"), yaml);
    new Shell(folder).run("check").isVerdictOrRefusal();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc", "../../../../../../../../etc", "missing"})
  void a_project_whose_program_is_elsewhere_says_where_nothing_was_found(String main)
      throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), PROGRAM + "main: " + main + "\n");
    Result result = new Shell(folder).run("check");
    result.refused(Shell.UNREADABLE, main.startsWith(".") ? "/etc" : main);
  }

  @Test
  void a_manifest_within_a_stack_may_be_as_hostile() {
    for (String yaml :
        new String[] {
          "apiVersion: v1\nkind: Service\nspec:\n" + Texts.aliases("  "),
          "apiVersion: v1\nkind: Service\nspec: &a\n  x: *a\n",
          "apiVersion: v1\nkind: Service\nspec: !%20 x\n",
          "apiVersion: v1\nkind: Service\nspec: " + Texts.nested("[", "]"),
          "apiVersion: v1\nkind: Service\nspec: " + "[".repeat(3_000) + "]".repeat(3_000)
        }) {
      String inputs = "{\"yamlBody\":" + Texts.quoted(yaml) + "}";
      String urn = Texts.urn("kubernetes:yaml:ConfigGroup", "web");
      String other = Texts.urn("kubectl:index/manifest:Manifest", "api");
      assertThat(
              new Shell(folder)
                  .typing(Texts.preview(Texts.step(urn, inputs), Texts.step(other, inputs)))
                  .check()
                  .isVerdictOrRefusal()
                  .code())
          .isLessThanOrEqualTo(Shell.BLOCKED);
    }
  }

  @Test
  void other_encodings_are_refused_and_control_characters_shown_harmless() throws IOException {
    Path file = folder.resolve("cutset.yaml");
    Files.write(file, "target: zone".getBytes(StandardCharsets.UTF_16));
    new Shell(Path.of(""))
        .run("check", "--config", file.toString(), STACK)
        .refused(Shell.WRONG_USE, "not a UTF-8 text");
    Files.writeString(file, "\"\\e[31m\\x9b##vso[task.x]\": zone");
    assertThat(
            new Shell(Path.of(""))
                .run("check", "--config", file.toString(), STACK)
                .refused(Shell.WRONG_USE, "unknown key")
                .err())
        .doesNotContain("\u001b", "\u009b", "##vso[");
  }
}
