package dev.cutset.pulumi.host;

import dev.cutset.stack.YamlBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

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
      Object content = content(path);
      if (content == null) {
        return new YamlFile(path, Map.of());
      }
      if (content instanceof Map<?, ?> map) {
        return new YamlFile(path, map);
      }
      throw new ProgramException("`" + path + "`: not a mapping; write `key: value` lines");
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("");
      throw new ProgramException("`" + path + "`" + line + ": this is not valid YAML; mend it");
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The latter of tags with a blank at an end.
      throw new ProgramException("`" + path + "`: this is not valid YAML; mend it");
    } catch (StackOverflowError e) {
      // The parser descends once for each level; nothing else tells it where to stop.
      throw new ProgramException("`" + path + "`: this is nested too deeply; mend it");
    }
  }

  private static @Nullable Object content(Path path) throws ProgramException {
    LoadSettings settings = LoadSettings.builder().build();
    Optional<Node> root = new Compose(settings).composeString(text(path));
    if (root.isPresent() && !YamlBounds.hold(root.get())) {
      throw new ProgramException(
          "`"
              + path
              + "`: nested too deeply, or with aliases that stand for too much or for themselves;"
              + " write out what they stand for");
    }
    return new StandardConstructor(settings).constructSingleDocument(root);
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
