package dev.cutset.pulumi.host;

import dev.cutset.yaml.YamlException;
import dev.cutset.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of Pulumi's YAML files, whose top is a mapping. */
final class YamlFile {
  private final Path path;
  private final Map<?, ?> content;

  private YamlFile(Path path, Map<?, ?> content) {
    this.path = path;
    this.content = content;
  }

  /** Reads a file; messages name places only, because a file of settings can hold secrets. */
  static YamlFile read(Path path) throws ProgramException {
    try {
      Object content = YamlReader.values(text(path), path.toString()).orElse(Map.of());
      if (content instanceof Map<?, ?> map) {
        return new YamlFile(path, map);
      }
      throw new ProgramException("`" + path + "`: not a mapping; write `key: value` lines");
    } catch (YamlException e) {
      String line = e.line() == 0 ? "" : ", line " + e.line();
      String help = e.help().isEmpty() ? "mend it" : e.help();
      throw new ProgramException("`" + path + "`" + line + ": " + e.kind() + "; " + help);
    }
  }

  /** The first of these files that is there. */
  static Optional<Path> find(Path folder, String stem) {
    return List.of(folder.resolve(stem + ".yaml"), folder.resolve(stem + ".yml")).stream()
        .filter(Files::isRegularFile)
        .findFirst();
  }

  Path path() {
    return path;
  }

  Object get(String key) {
    Object value = content.get(key);
    return value == null ? "" : value;
  }

  /** A text, or empty. */
  Optional<String> text(String key) {
    return get(key) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  Map<?, ?> mapping(String key) {
    return get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Path path) throws ProgramException {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new ProgramException("`" + path + "`: cannot be read; check that you may read it");
    }
  }
}
