package dev.cutset.pulumi.install;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the JVM takes down of a rehearsal, so that it starts in half the time from then on. */
final class ClassArchive {
  private static final int SECONDS = 60;

  private final Path java;
  private final Path jar;

  ClassArchive(Path java, Path jar) {
    this.java = java;
    this.jar = jar;
  }

  /** Makes it, where this JVM can: the pack only starts slower without. */
  void make(Path archive) throws IOException {
    Path sample = Files.createTempFile("cutset-", ".json");
    Path part = archive.resolveSibling(archive.getFileName() + ".part");
    try {
      try (InputStream in = PackInstallation.resource("preview.json")) {
        Files.copy(in, sample, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.deleteIfExists(archive);
      rehearse(part, sample);
      if (Files.exists(part)) {
        Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
      Files.deleteIfExists(sample);
    }
  }

  private void rehearse(Path archive, Path sample) throws IOException {
    // Interpreted, because an archive that is made beside compiled code starts slower.
    List<String> command =
        List.of(
            java.toString(),
            "-Xint",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-XX:ArchiveClassesAtExit=" + archive,
            "-cp",
            jar.toString(),
            "dev.cutset.pulumi.pack.Rehearsal",
            sample.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Redirect.from(sample.toFile()))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
