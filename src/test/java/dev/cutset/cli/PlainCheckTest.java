package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is understood without picocli is understood as picocli would. */
class PlainCheckTest {
  private static final List<String> WORDS =
      List.of(
          "stack.json",
          "-",
          "missing.json",
          "-t",
          "--target",
          "region",
          "ZONE",
          "nowhere",
          "-f",
          "--format",
          "json",
          "terminal",
          "markdown",
          "nothing",
          "-o",
          "--output",
          "out.txt",
          "-r",
          "--report",
          "sarif=out.sarif",
          "junit=out.xml",
          "sarif",
          "what=out",
          "-c",
          "--config",
          "cutset.yaml",
          "a=b",
          "-v",
          "--verbose",
          "--verbose=true",
          "--verify",
          "--target=zone",
          "--format=json",
          "--fail-on",
          "never",
          "advice",
          "--fail-on=undecided",
          "-b",
          "--baseline",
          "known.json",
          "--tar",
          "--help",
          "-tzone",
          "-vfjson",
          "@file",
          "--",
          "",
          "-x",
          "--output=",
          "--base",
          "--policy",
          "--stack",
          "dev",
          "\"quoted\"",
          "--out put");

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.copy(Path.of("stacks/ladder/1-single-server/preview.json"), folder.resolve("stack.json"));
    Files.writeString(folder.resolve("cutset.yaml"), "target: instance\n");
    Files.writeString(folder.resolve("file"), "--help\n");
  }

  @Test
  void what_is_plain_means_the_same_to_picocli() {
    Random random = new Random(5);
    int plain = 0;
    int mistakes = 0;
    for (int i = 0; i < 6_000; i++) {
      List<String> arguments = new ArrayList<>(List.of("check"));
      for (int j = random.nextInt(6); j > 0; j--) {
        arguments.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      String[] all = arguments.toArray(String[]::new);
      if (PlainCheck.of(surroundings(), recording(new ArrayList<>()), all).isPresent()) {
        plain++;
        List<String> one = seen(all);
        mistakes += one.get(0).equals("0") ? 0 : 1;
        assertThat(one).as("%s", arguments).isEqualTo(seenByPicocli(all));
      }
    }
    assertThat(plain).isGreaterThan(1_000);
    assertThat(mistakes).isGreaterThan(100);
  }

  @Test
  void pipelines_are_understood_without_picocli() {
    assertThat(isPlain("check")).isTrue();
    assertThat(isPlain("check", "-")).isTrue();
    assertThat(isPlain("check", "stack.json", "--format", "json")).isTrue();
    assertThat(isPlain("check", "-r", "sarif=a", "-r", "junit=b", "--target=region")).isTrue();
  }

  @Test
  void whatever_is_not_plain_is_left_to_picocli() {
    assertThat(isPlain("explain")).isFalse();
    assertThat(isPlain()).isFalse();
    assertThat(isPlain("check", "--help")).isFalse();
    assertThat(isPlain("check", "a", "b")).isFalse();
    assertThat(isPlain("check", "--format", "jsno")).isFalse();
    assertThat(isPlain("check", "--format")).isFalse();
    assertThat(isPlain("check", "-t", "zone", "--target", "zone")).isFalse();
    assertThat(isPlain("check", "--opa", "https://opa.example.com")).isFalse();
  }

  private boolean isPlain(String... arguments) {
    return PlainCheck.of(surroundings(), recording(new ArrayList<>()), arguments).isPresent();
  }

  private List<String> seen(String... arguments) {
    List<String> seen = new ArrayList<>();
    Session.Result result = new Session(folder).with(recording(seen)).run(arguments);
    seen.add(0, String.valueOf(result.code()));
    seen.add(result.out() + result.err());
    return seen;
  }

  private List<String> seenByPicocli(String... arguments) {
    List<String> seen = new ArrayList<>();
    Session.Result result =
        new Session(folder)
            .with(recording(seen))
            .by(
                (around, inspector) ->
                    new Commands(around, inspector).line(arguments).execute(arguments));
    seen.add(0, String.valueOf(result.code()));
    seen.add(result.out() + result.err());
    return seen;
  }

  /** Notes what is asked for, and looks at it in truth if it is there. */
  private static Inspector recording(List<String> seen) {
    return (input, rulebook) -> {
      seen.add(input.toString().replaceAll("@[0-9a-f]+|stream=[^,\\]]+", ""));
      seen.add(rulebook.configuration().toString());
      return new BundledInspector().inspect(input, rulebook);
    };
  }

  private Surroundings surroundings() {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return new Surroundings(System.in, nowhere, nowhere, StandardCharsets.UTF_8, folder, Map.of());
  }
}
