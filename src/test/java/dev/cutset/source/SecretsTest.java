package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A secret planted anywhere comes out nowhere: not in the stack, not in what an error says. */
class SecretsTest {
  private static final int INPUTS = 2_000;
  private static final String SECRET = "hunter2";
  private static final String KEY = "\"4dabf18193072939515e22adb298388d\":";

  /** Makes random inputs in which a secret is always marked as one. */
  private static final class Maker {
    private final Random random;

    Maker(long seed) {
      this.random = Inputs.random(seed);
    }

    String input() {
      return switch (random.nextInt(5)) {
        case 0 -> Inputs.preview(object(0));
        case 2 -> stateFile();
        case 1 -> Inputs.state(resource());
        case 3 ->
            "{\"sequence\":0,\"resourcePreEvent\":{\"metadata\":"
                + event()
                + "}}\n{\"sequence\":1,\"summaryEvent\":{}}";
        default -> plan();
      };
    }

    private String resource() {
      String urn = "\"urn\":\"" + Inputs.WEB + "\"";
      String properties = "\"inputs\":" + object(0) + ",\"outputs\":" + object(0);
      String secretOutput = "\"additionalSecretOutputs\":[\"x\"]";
      return random.nextBoolean()
          ? "{" + urn + "," + properties + "," + secretOutput + "}"
          : "{" + properties + "," + secretOutput + "," + urn + "}";
    }

    private String event() {
      return "{\"op\":\"create\",\"new\":{\"inputs\":%s,\"urn\":\"%s\"}}"
          .formatted(object(0), Inputs.WEB);
    }

    private String object(int depth) {
      StringBuilder object = new StringBuilder("{");
      int size = 1 + random.nextInt(3);
      for (int i = 0; i < size; i++) {
        object.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":").append(value(depth));
      }
      return object.append('}').toString();
    }

    private String value(int depth) {
      return switch (random.nextInt(depth > 4 ? 3 : 6)) {
        case 0, 1 -> secret();
        case 2 -> "\"plain\"";
        case 3 -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
        default -> object(depth + 1);
      };
    }

    private String secret() {
      String mark = KEY + "\"1b47061264138c4ac30d75fd1eb44270\"";
      String content =
          switch (random.nextInt(4)) {
            case 0 -> "\"ciphertext\":\"hunter2\"";
            case 1 -> "\"plaintext\":\"\\\"hunter2\\\"\"";
            case 2 -> "\"value\":{\"hunter2\":[\"hunter2\",{\"hunter2\":null}]}";
            default -> "\"value\":\"hunter2\"";
          };
      return switch (random.nextInt(4)) {
        case 0 -> "{" + content + "," + mark + "}";
        case 1 ->
            "{"
                + KEY
                + "\"d0e6a833031e9bbcd3f4e8bde6ca49a4\",\"secret\":true,\"value\":\"hunter2\"}";
        case 2 ->
            "\"{" + ("{" + mark + "," + content).replace("\\", "").replace("\"", "\\\"") + "}\"";
        default -> "{" + mark + "," + content + "}";
      };
    }

    private String plan() {
      String change =
          """
          {"address":"aws_db_instance.a","mode":"managed","change":{"actions":["create"],
          "before":{"password":"hunter2"},
          "after_sensitive":{"password":true,"block":[{"key":true}],"map":{"hunter2":true}},
          "after":{"password":"hunter2","engine":"x","block":[{"key":"hunter2"}]},
          "after_unknown":{"id":true}}}\
          """;
      String rest =
          """
          "variables":{"v":{"value":"hunter2"}},"prior_state":{"values":{"x":"hunter2"}},
          "configuration":{"provider_config":{"db":{"name":"db","expressions":{
          "password":{"constant_value":"hunter2"},"url":{"references":["var.v"]}}}},
          "root_module":{"variables":{"v":{"sensitive":true,"default":"hunter2"}}}}\
          """;
      String changes = "\"resource_changes\":[" + change + "]";
      return random.nextBoolean()
          ? "{\"format_version\":\"1.2\"," + changes + "," + rest + "}"
          : "{" + rest + "," + changes + "}";
    }

    /** Terraform's own state says what is secret after the secret, by a path or by a name. */
    private String stateFile() {
      String attributes =
          """
          "attributes":{"engine":"x","password":"hunter2","url":"hunter2",
          "block":[{"plain":1},{"auth_token":"hunter2","key":"hunter2"}]}\
          """;
      String marks =
          """
          "sensitive_attributes":[[{"type":"get_attr","value":"url"}],
          [{"type":"get_attr","value":"block"},{"type":"index","value":{"value":1,"type":"number"}},
          {"type":"get_attr","value":"key"}]]\
          """;
      String instance = random.nextBoolean() ? attributes + "," + marks : marks + "," + attributes;
      String name = "\"mode\":\"managed\",\"type\":\"aws_db_instance\",\"name\":\"a\"";
      String instances = "\"instances\":[{" + instance + "}]";
      return "{\"version\":4,\"lineage\":\"x\",\"outputs\":{\"o\":{\"value\":\"hunter2\"}},"
          + "\"resources\":[{"
          + (random.nextBoolean() ? name + "," + instances : instances + "," + name)
          + "}]}";
    }

    /** Breaks the JSON, but no mark of a secret without breaking the JSON as well. */
    String damaged(String input) {
      int at = random.nextInt(input.length());
      return random.nextBoolean()
          ? input.substring(0, at)
          : input.substring(0, at) + '"' + input.substring(at);
    }
  }

  @Test
  void a_secret_is_in_no_stack_and_in_no_message() {
    int read = 0;
    for (long seed = 0; seed < INPUTS; seed++) {
      Maker maker = new Maker(seed);
      String input = maker.input();
      String whole = said(input);
      assertThat(whole).as("seed %d: %s", seed, input).doesNotContain(SECRET);
      read += whole.startsWith("Stack[") ? 1 : 0;
      String damaged = maker.damaged(input);
      assertThat(said(damaged)).as("seed %d: %s", seed, damaged).doesNotContain(SECRET);
    }
    assertThat(read).as("inputs that are read").isEqualTo(INPUTS);
  }

  @Test
  void the_place_of_an_error_does_not_name_keys_inside_a_value() {
    String broken = Inputs.preview("{\"password\":{\"hunter2\":{\"hunter2\":x}}}");
    assertThat(said(broken)).contains("steps[0].newState.inputs.password").doesNotContain(SECRET);
  }

  @Test
  void a_token_that_is_no_json_is_not_quoted() {
    assertThat(said(Inputs.preview("{\"password\":hunter2}"))).doesNotContain(SECRET);
  }

  private static String said(String input) {
    try {
      return Inputs.read(input).toString();
    } catch (UnreadableInputException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }
}
