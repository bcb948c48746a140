package dev.cutset.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gigabyte is read as it comes, by a process that has a quarter of it. */
@Tag("huge")
@Timeout(600)
class HugeStackTest {
  private static final long SIZE = 1L << 30;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"properties, 0", "one-text, 3", "one-list, 3", "blanks, 0", "keys, 3"})
  void a_gigabyte_ends_in_bounded_memory(String what, int code) throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.cutset.cli.Main",
                "check",
                "-")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try (OutputStream input = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
      write(what, input);
    } catch (IOException refusedEarly) {
      // It has seen enough.
    }
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(code);
    assertThat(said).content().doesNotContain("Exception", "\tat ").hasSizeLessThan(2_000);
  }

  private static void write(String what, OutputStream out) throws IOException {
    put(out, "{\"steps\":[");
    switch (what) {
      case "properties" -> {
        // A thousand resources with a megabyte each that no policy asks for.
        for (int i = 0; i < 1_000; i++) {
          String text = "x".repeat((int) (SIZE / 1_000));
          put(out, i == 0 ? "" : ",");
          put(out, Texts.step(Texts.server(i), "{\"unasked\":\"" + text + "\"}"));
        }
        put(out, "]}");
      }
      case "one-text" -> repeat(out, "{\"op\":\"", "x".repeat(1 << 20));
      case "one-list" -> repeat(out, "{\"detailedDiff\":[", "1,".repeat(1 << 19));
      case "blanks" -> {
        repeat(out, "", " ".repeat(1 << 20));
        put(out, "]}");
      }
      default -> {
        put(out, "{\"op\":\"create\",\"newState\":{\"inputs\":{");
        for (long i = 0; i < SIZE / 20; i++) {
          put(out, "\"key-%010d\":1,".formatted(i));
        }
      }
    }
  }

  private static void repeat(OutputStream out, String begin, String part) throws IOException {
    put(out, begin);
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    for (long written = 0; written < SIZE; written += bytes.length) {
      out.write(bytes);
    }
  }

  private static void put(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
