package dev.cutset.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Configurations in a folder; beside a mistaken one lies the message it must lead to. */
final class ConfigurationCases {
  private ConfigurationCases() {}

  static Stream<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  static Path expected(Path file) {
    return file.resolveSibling(file.getFileName().toString().replace(".yaml", ".expected.txt"));
  }
}
