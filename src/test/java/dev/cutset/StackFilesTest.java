package dev.cutset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code pulumi new} copies from a stack's folder is all that the copy needs. */
class StackFilesTest {
  private static final List<String> FILES =
      List.of(
          ".gitignore",
          ".mvn/jvm.config",
          "Pulumi.yaml",
          "README.md",
          "expected.json",
          "pom.xml",
          "preview.json");
  private static final Pattern VERSIONED = Pattern.compile("(?s)<(dependency|plugin)>(.*?)</\\1>");
  private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");
  private static final Pattern EXACT = Pattern.compile("\\d[\\w.-]*");

  @TempDir private Path place;

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.all();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void a_stack_has_all_that_it_needs(StackFolder folder) throws IOException {
    assertThat(complaints(folder.path())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pulumi.yaml | displayName: | displays:  | no template: displayName",
        "Pulumi.yaml | template:    | templates: | no template: description",
        "Pulumi.yaml | description: the region | deception: the region | config `aws:region` has no",
        "Pulumi.yaml | aws:region: | shop:region: | config `shop:region` names a project",
        "Pulumi.yaml | runtime: java | runtime: yaml | the runtime is not java",
        "pom.xml     | 1.36.1       | [1.36,2)   | version [1.36,2) is not exact",
        "pom.xml     | 3.14.0       | 3.14-SNAPSHOT | version 3.14-SNAPSHOT is not exact",
        "pom.xml     | 3.14.0       | LATEST     | version LATEST is not exact",
        "pom.xml     | <version>6.83.0</version> | | no version",
        "pom.xml     | <modelVersion> | <parent/><modelVersion> | a parent that is not copied",
        ".gitignore  | target/      | out/       | target/ is not ignored"
      })
  void what_a_copy_would_miss_is_seen(String file, String old, String changed, String complaint)
      throws IOException {
    Path copy = StackFolder.named("ladder/1-single-server").copyTo(place);
    String text = Files.readString(copy.resolve(file));
    assertThat(text).contains(old);
    Files.writeString(copy.resolve(file), text.replace(old, changed == null ? "" : changed));

    assertThat(complaints(copy)).anySatisfy(line -> assertThat(line).contains(complaint));
  }

  @Test
  void each_missing_file_is_seen() throws IOException {
    for (String file : FILES) {
      Path copy = StackFolder.named("ladder/1-single-server").copyTo(place.resolve(file));
      Files.delete(copy.resolve(file));

      assertThat(complaints(copy)).containsExactly("no " + file);
    }
  }

  private static List<String> complaints(Path folder) throws IOException {
    List<String> complaints = new ArrayList<>();
    for (String file : FILES) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        complaints.add("no " + file);
      }
    }
    if (complaints.isEmpty()) {
      complaints.addAll(project(map(yaml(folder.resolve("Pulumi.yaml")))));
      complaints.addAll(pom(Files.readString(folder.resolve("pom.xml"))));
      if (Files.readString(folder.resolve(".gitignore"))
          .lines()
          .noneMatch(line -> line.matches("/?target/?"))) {
        complaints.add(".gitignore: target/ is not ignored");
      }
    }
    return complaints;
  }

  private static List<String> project(Map<?, ?> project) {
    List<String> complaints = new ArrayList<>();
    Map<?, ?> template = map(project.get("template"));
    for (String key : List.of("displayName", "description")) {
      if (text(template.get(key)).isBlank()) {
        complaints.add("Pulumi.yaml: no template: " + key);
      }
    }
    // The short form of a runtime, or the long one with a name.
    Object runtime =
        Optional.<Object>ofNullable(map(project.get("runtime")).get("name"))
            .orElse(project.get("runtime"));
    if (!"java".equals(runtime)) {
      complaints.add("Pulumi.yaml: the runtime is not java");
    }
    Map<?, ?> config = map(project.get("config"));
    Map<?, ?> asked = map(template.get("config"));
    TreeSet<String> keys = new TreeSet<>();
    config.keySet().forEach(key -> keys.add(key.toString()));
    asked.keySet().forEach(key -> keys.add(key.toString()));
    for (String key : keys) {
      if (key.startsWith(project.get("name") + ":")) {
        complaints.add("Pulumi.yaml: config `" + key + "` names a project that copies are not");
      }
      if (text(map(config.get(key)).get("description")).isBlank()
          && text(map(asked.get(key)).get("description")).isBlank()) {
        complaints.add("Pulumi.yaml: config `" + key + "` has no description");
      }
    }
    return complaints;
  }

  private static List<String> pom(String pom) {
    List<String> complaints = new ArrayList<>();
    if (pom.contains("<parent")) {
      complaints.add("pom.xml: a parent that is not copied");
    }
    Matcher versioned = VERSIONED.matcher(pom);
    while (versioned.find()) {
      Matcher version = VERSION.matcher(versioned.group(2));
      if (!version.find()) {
        complaints.add("pom.xml: no version in " + versioned.group(2).strip());
        continue;
      }
      String exact = resolved(version.group(1), pom);
      if (!EXACT.matcher(exact).matches() || exact.endsWith("-SNAPSHOT")) {
        complaints.add("pom.xml: version " + exact + " is not exact");
      }
    }
    return complaints;
  }

  private static String resolved(String version, String pom) {
    if (!version.startsWith("${")) {
      return version;
    }
    String name = Pattern.quote(version.substring(2, version.length() - 1));
    Matcher property = Pattern.compile("<" + name + ">(.*?)</" + name + ">").matcher(pom);
    return property.find() ? property.group(1) : version;
  }

  private static Object yaml(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static String text(Object node) {
    return node == null ? "" : node.toString();
  }

  private static Map<?, ?> map(Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }
}
