package dev.cutset.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Secrets are planted at each property of real stacks, as their tools mark them, and looked for in
 * all that comes out: formats, messages, files.
 */
@Timeout(300)
class SecretsInOutputsTest {
  private static final String SECRET = "hunter2";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("src/test/resources/source/cases");
  private static final Path SINGLE = Path.of("stacks/ladder/1-single-server/preview.json");
  private static final List<String> OUTPUTS =
      List.of(
          "check --verbose",
          "check --format json",
          "check --format sarif",
          "check --format code-quality",
          "check --format junit",
          "check --format markdown",
          "check --format html",
          "graph --format dot",
          "graph --format mermaid",
          "graph --format svg",
          "chaos --pairs",
          "chaos --format json",
          "availability --format json",
          "fix --what-if",
          "fix --format json",
          "facts",
          "baseline write --file baseline.json",
          "chaos --export fis --to fis",
          "chaos --export chaos-mesh --to mesh");

  @TempDir private Path folder;

  /** Where a secret can be: a field of an object, or an element of a list. */
  private sealed interface Place {
    void plant(JsonNode secret);
  }

  private record Field(ObjectNode object, String name) implements Place {
    @Override
    public void plant(JsonNode secret) {
      object.set(name, secret);
    }
  }

  private record Element(ArrayNode list, int index) implements Place {
    @Override
    public void plant(JsonNode secret) {
      list.set(index, secret);
    }
  }

  /** All places below a node, the node's own fields first. */
  private static void places(JsonNode node, List<Place> into) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        into.add(new Field(object, name));
        places(object.get(name), into);
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        into.add(new Element(list, i));
        places(list.get(i), into);
      }
    }
  }

  /** What a program asks for and a cloud answers, in any kind of Pulumi's files. */
  private static List<Place> properties(JsonNode node) {
    List<Place> found = new ArrayList<>();
    node.findValues("inputs").forEach(inputs -> places(inputs, found));
    node.findValues("outputs").forEach(outputs -> places(outputs, found));
    return found;
  }

  private static JsonNode secret(int kind) {
    ObjectNode secret = JSON.createObjectNode();
    secret.put("4dabf18193072939515e22adb298388d", "1b47061264138c4ac30d75fd1eb44270");
    switch (kind % 3) {
      case 0 -> secret.put("plaintext", "\"" + SECRET + "\"");
      case 1 -> secret.put("ciphertext", SECRET);
      default -> secret.putObject("value").putArray(SECRET).add(SECRET);
    }
    return secret;
  }

  private void assertKept(String input, List<String> commands) throws IOException {
    Path file = Files.writeString(folder.resolve("stack.json"), input);
    for (String command : commands) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.add(file.toString());
      Shell.Result result = new Shell(folder).run(words.toArray(String[]::new));
      assertThat(result.all()).as(command).doesNotContain(SECRET);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path written : files.filter(Files::isRegularFile).toList()) {
        if (!written.equals(file)) {
          assertThat(Files.readString(written)).as("%s", written).doesNotContain(SECRET);
        }
      }
    }
  }

  @Test
  void no_property_of_a_preview_is_told_where_it_is_secret() throws IOException {
    int count = properties(JSON.readTree(SINGLE.toFile())).size();
    assertThat(count).isGreaterThan(50);
    for (int i = 0; i < count; i++) {
      JsonNode preview = JSON.readTree(SINGLE.toFile());
      properties(preview).get(i).plant(secret(i));
      assertKept(preview.toString(), List.of("check --format json --verbose", "facts"));
    }
  }

  @Test
  void nor_is_any_where_all_of_them_are() throws IOException {
    for (int kind = 0; kind < 3; kind++) {
      JsonNode preview = JSON.readTree(SINGLE.toFile());
      for (JsonNode inputs : preview.findValues("inputs")) {
        ObjectNode object = (ObjectNode) inputs;
        for (String name : List.copyOf(object.propertyNames())) {
          object.set(name, secret(kind));
        }
      }
      assertKept(preview.toString(), OUTPUTS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exported-state", "replacement", "preview-any-order", "default-provider"})
  void no_property_of_other_files_of_pulumi_is_told(String name) throws IOException {
    Path input = CASES.resolve(name).resolve("input.json");
    int count = properties(JSON.readTree(input.toFile())).size();
    for (int i = 0; i < count; i++) {
      JsonNode state = JSON.readTree(input.toFile());
      properties(state).get(i).plant(secret(i));
      assertKept(state.toString(), List.of("check --format json", "facts", "fix --format json"));
    }
  }

  @Test
  void no_value_of_a_terraform_plan_is_told_where_it_is_marked() throws IOException {
    Path input = CASES.resolve("terraform-counted/input.json");
    JsonNode whole = JSON.readTree(input.toFile());
    int changes = whole.get("resource_changes").size();
    for (int i = 0; i < changes; i++) {
      JsonNode after = whole.get("resource_changes").get(i).get("change").get("after");
      if (!(after instanceof ObjectNode)) {
        continue;
      }
      for (String name : after.propertyNames()) {
        JsonNode plan = JSON.readTree(input.toFile());
        ObjectNode change = (ObjectNode) plan.get("resource_changes").get(i).get("change");
        ((ObjectNode) change.get("after")).put(name, SECRET);
        change.putObject("after_sensitive").put(name, true);
        assertKept(plan.toString(), List.of("check --format json", "facts"));
      }
    }
    ObjectNode plan = (ObjectNode) JSON.readTree(input.toFile());
    plan.putObject("variables").putObject("v").put("value", SECRET);
    plan.putObject("output_changes").putObject("o").put("after", SECRET);
    plan.putObject("prior_state").putObject("values").put("x", SECRET);
    assertKept(plan.toString(), OUTPUTS);
  }

  @Test
  void no_value_of_a_terraform_state_is_told_where_it_is_marked() throws IOException {
    Path input = CASES.resolve("terraform-state-file/input.json");
    JsonNode whole = JSON.readTree(input.toFile());
    for (int i = 0; i < whole.get("resources").size(); i++) {
      JsonNode instances = whole.get("resources").get(i).get("instances");
      for (int k = 0; k < instances.size(); k++) {
        for (String name : instances.get(k).get("attributes").propertyNames()) {
          JsonNode state = JSON.readTree(input.toFile());
          ObjectNode instance = (ObjectNode) state.get("resources").get(i).get("instances").get(k);
          ((ObjectNode) instance.get("attributes")).put(name, SECRET);
          instance
              .putArray("sensitive_attributes")
              .addArray()
              .addObject()
              .put("type", "get_attr")
              .put("value", name);
          assertKept(state.toString(), List.of("check --format json", "facts"));
        }
      }
    }
  }

  @Test
  void a_message_about_a_broken_file_quotes_no_value() throws IOException {
    byte[] whole = Files.readAllBytes(SINGLE);
    String text = new String(whole, StandardCharsets.UTF_8);
    int from = text.indexOf("\"inputs\"");
    for (int at = from; at < from + 400; at++) {
      String broken = text.substring(0, at) + SECRET + text.substring(at);
      assertThat(new Shell(folder).typing(broken).run("check", "-").err()).doesNotContain(SECRET);
    }
  }

  @Test
  void the_token_of_a_server_is_in_no_message() {
    Shell.Result result =
        new Shell(Path.of(""))
            .having("TOKEN", SECRET)
            .run(
                "check",
                "--opa",
                "http://127.0.0.1:1",
                "--opa-token-env",
                "TOKEN",
                "--opa-retries",
                "0",
                SINGLE.toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.all()).doesNotContain(SECRET);
  }

  @Test
  void no_temporary_file_holds_one() throws Exception {
    JsonNode preview = JSON.readTree(SINGLE.toFile());
    properties(preview).forEach(place -> place.plant(JSON.getNodeFactory().stringNode(SECRET)));
    Path input = Files.writeString(folder.resolve("stack.json"), preview.toString());
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.cutset.cli.Main",
                "check",
                input.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("said"))).isBetween(0, 1);
    try (Stream<Path> files = Files.walk(temporary)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> !file.toString().contains("hsperf")))
          .isEmpty();
    }
  }
}
