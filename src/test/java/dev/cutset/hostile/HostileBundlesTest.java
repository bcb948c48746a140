package dev.cutset.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Policies of one's own come as archives from elsewhere: none of them writes or breaks anything.
 */
@Timeout(60)
class HostileBundlesTest {
  private static final String STACK = "stacks/ladder/6-several-zones/preview.json";

  @TempDir private Path folder;

  private Shell.Result checkedBy(byte[] bundle) throws IOException {
    Path file = Files.write(folder.resolve("bundle.tar.gz"), bundle);
    return new Shell(Path.of("")).run("check", "--policy", file.toString(), STACK);
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  /** An archive of one file. */
  private static byte[] tar(String name, char type, byte[] content) throws IOException {
    byte[] header = new byte[512];
    put(header, 0, name.substring(0, Math.min(100, name.length())));
    put(header, 124, "%011o".formatted(content.length));
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 257, "ustar");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xFF;
    }
    put(header, 148, "%06o".formatted(sum) + "\0 ");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    out.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
    return out.toByteArray();
  }

  private static void put(byte[] header, int start, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, start, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(chars = {'0', '1', '2', '5'})
  void a_path_out_of_the_archive_leads_nowhere(char type) throws IOException {
    Path outside = folder.resolve("outside.rego");
    for (String name : new String[] {"../outside.rego", outside.toString()}) {
      byte[] archive = tar(name, type, "package x".getBytes(StandardCharsets.UTF_8));
      checkedBy(packed(archive)).refused(Shell.WRONG_USE, "no `plan.json`");
    }
    assertThat(outside).doesNotExist();
    assertThat(folder).isDirectoryContaining("glob:**bundle.tar.gz");
  }

  static Stream<String[]> documents() {
    return Stream.of(
        new String[] {"data.json", "{\"a\":" + Texts.nested("[", "]") + "}"},
        new String[] {"data.json", "[1,".repeat(Texts.DEEP)},
        new String[] {"data.yaml", "a: " + Texts.nested("[", "]")},
        new String[] {"data.yaml", "x:\n" + Texts.aliases("  ")},
        new String[] {"data.yaml", "x: &a\n  - *a\n"},
        new String[] {"data.json", "\u0000"},
        new String[] {"plan.json", Texts.nested("[", "]")},
        new String[] {"plan.json", "{\"plans\":{\"plans\":" + Texts.nested("[", "]") + "}}"},
        new String[] {"plan.json", "{\"plans\":{\"plans\":[{\"name\":{\"a\":1},\"blocks\":1}]}}"});
  }

  @ParameterizedTest
  @MethodSource("documents")
  void what_is_deep_or_endless_in_it_is_refused(String name, String text) throws IOException {
    byte[] archive = tar(name, '0', text.getBytes(StandardCharsets.UTF_8));
    checkedBy(packed(archive)).refused(Shell.WRONG_USE, "bundle.tar.gz");
  }

  @Test
  void a_bomb_is_not_unpacked() throws IOException {
    byte[] archive = tar("data.json", '0', new byte[0]);
    put(archive, 124, "%011o".formatted(1L << 30));
    put(archive, 148, "        ");
    int sum = 0;
    for (byte each : archive) {
      sum += each & 0xFF;
    }
    put(archive, 148, "%06o".formatted(sum) + "\0 ");
    checkedBy(packed(archive)).refused(Shell.WRONG_USE, "bytes that are allowed");
  }

  @Test
  void cut_off_at_any_byte_it_is_refused() throws IOException {
    byte[] whole = packed(tar("plan.json", '0', "{}".getBytes(StandardCharsets.UTF_8)));
    for (int length = 0; length < whole.length; length++) {
      checkedBy(Arrays.copyOf(whole, length)).refused(Shell.WRONG_USE, "bundle.tar.gz");
    }
  }
}
