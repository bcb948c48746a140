package dev.cutset.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders that hold a judgement, as a JSON report, and what the renderers must make of it. */
final class ReportCases {
  private static final Path FOLDER = Path.of("src/test/resources/dev/cutset/report");

  private ReportCases() {}

  static Stream<Path> all() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  static Path of(String name) {
    return FOLDER.resolve(name);
  }

  static Path judgement(Path folder) {
    return folder.resolve("report.json");
  }
}
