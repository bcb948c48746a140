package dev.cutset.rego;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The real {@code opa}, as found on PATH. */
final class OpaTool {
  private final Path executable;

  private OpaTool(Path executable) {
    this.executable = executable;
  }

  static Optional<OpaTool> onPath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(System.getProperty("path.separator"))) {
      Path candidate = Path.of(folder.isEmpty() ? "." : folder, "opa");
      if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
        return Optional.of(new OpaTool(candidate));
      }
    }
    return Optional.empty();
  }

  /** What a run of the tool gave. */
  record Outcome(int exit, String out, String err) {}

  /** Runs the tool in a folder; what it says passes through files in another. */
  Outcome run(Path scratch, Path folder, List<String> arguments) {
    return run(scratch, folder, arguments, null);
  }

  /** Runs the tool in a folder, with a file to read from as its standard input. */
  Outcome run(Path scratch, Path folder, List<String> arguments, @Nullable Path in) {
    try {
      Path out = Files.createTempFile(scratch, "opa", ".out");
      Path err = Files.createTempFile(scratch, "opa", ".err");
      List<String> command = new ArrayList<>(List.of(executable.toString()));
      command.addAll(arguments);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in == null ? Redirect.PIPE : Redirect.from(in.toFile()))
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Outcome(-1, "", "opa did not end within a minute");
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The plan out of a bundle, which is a tar file under gzip. */
  static byte[] planOf(Path bundle) {
    try (GZIPInputStream tar = new GZIPInputStream(Files.newInputStream(bundle))) {
      for (byte[] header = tar.readNBytes(512);
          header.length == 512;
          header = tar.readNBytes(512)) {
        String name = field(header, 0, 100);
        String size = field(header, 124, 12);
        if (name.isEmpty()) {
          break;
        }
        int length = Integer.parseInt(size.trim(), 8);
        byte[] content = tar.readNBytes(length);
        tar.skipNBytes((512 - length % 512) % 512);
        if (name.endsWith("plan.json")) {
          return content;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the bundle " + bundle + " has no plan");
  }

  private static String field(byte[] header, int start, int length) {
    String field = new String(header, start, length, StandardCharsets.US_ASCII);
    int end = field.indexOf(0);
    return end < 0 ? field : field.substring(0, end);
  }
}
