package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to an input, it is read or refused; the readers themselves never fail. */
class DamagedInputTest {
  private static final int DAMAGES = 1_000;
  private static final String[] OTHERS = {
    "null",
    "5",
    "-1.5e300",
    "true",
    "\"x\"",
    "\"\"",
    "[]",
    "{}",
    "[null]",
    "[[1]]",
    "{\"a\":{}}",
    ""
  };

  static Stream<Path> cases() throws Exception {
    return GoldenTest.cases()
        .map(folder -> folder.resolve("input.json"))
        .filter(Files::exists)
        .toList()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_damaged_input_is_read_or_refused(Path input) throws Exception {
    String whole = Files.readString(input);
    int refused = 0;
    for (int seed = 0; seed < DAMAGES; seed++) {
      String damaged = damaged(whole, Inputs.random(seed));
      try {
        Inputs.read(damaged);
      } catch (UnreadableInputException e) {
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        fail("seed " + seed + " of " + input + ": " + damaged, e);
      }
    }
    assertThat(refused).isBetween(1, DAMAGES - 1);
  }

  /** Puts another value after a colon or a bracket, up to the end of the value that is there. */
  private static String damaged(String whole, Random random) {
    String damaged = whole;
    for (int i = random.nextInt(3); i >= 0 && !damaged.isEmpty(); i--) {
      int from = random.nextInt(damaged.length());
      while (from > 0 && ":[,".indexOf(damaged.charAt(from - 1)) < 0) {
        from--;
      }
      int to = endOfValue(damaged, from);
      String other = OTHERS[random.nextInt(OTHERS.length)];
      damaged = damaged.substring(0, from) + other + damaged.substring(to);
    }
    return damaged;
  }

  private static int endOfValue(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && (at == 0 || text.charAt(at - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '[')) {
        depth++;
      } else if (!quoted && (c == '}' || c == ']') && --depth < 0) {
        return at;
      } else if (!quoted && c == ',' && depth == 0) {
        return at;
      }
    }
    return text.length();
  }

  @Test
  void a_configuration_that_goes_round_in_circles_comes_to_an_end() {
    String plan =
        """
        {"format_version":"1.2","resource_changes":[
         {"address":"a.x","change":{"actions":["create"],"after":{}}},
         {"address":"module.m.a.y","change":{"actions":["create"],"after":{}}}],
         "configuration":{"root_module":{
          "resources":[
           {"address":"a.x","expressions":{"p":{"references":["module.m.o.q","data.d.one.z"]}}},
           {"address":"data.d.one","expressions":{"p":{"references":["data.d.two.x"]}}},
           {"address":"data.d.two","expressions":{"p":{"references":["data.d.one.x","a.x.id"]}}}],
          "module_calls":{"m":{
           "expressions":{"v":{"references":["module.m.o.l","module.m.o.r"]}},
           "module":{
            "resources":[{"address":"a.y","expressions":{"p":{"references":["var.v.w"]}}}],
            "outputs":{"o":{"expression":{"references":["var.v.a","var.v.b","a.y"]}}}}}}}}}\
        """;
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(Inputs.read(plan).resources()).hasSize(3));
  }
}
