package dev.cutset.pulumi.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the configuration of a stack: the project's defaults, its own file, what the user adds. */
final class StackSettingsReader {
  /** What a program gets where a secret is; the real one is encrypted, and not wanted. */
  static final String STAND_IN = "[secret]";

  private static final String USUAL_STACK = "dev";
  private static final String PREFIX = "Pulumi.";

  private final Project project;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final Set<String> secretKeys = new TreeSet<>();

  private StackSettingsReader(Project project) {
    this.project = project;
  }

  static StackSettings read(Project project, ProgramRequest request) throws ProgramException {
    StackSettingsReader reader = new StackSettingsReader(project);
    String stack =
        request.stack().isPresent() ? request.stack().get() : onlyStack(project.folder());
    // Pulumi knows a stack as ORGANIZATION/PROJECT/STACK too.
    stack = stack.substring(stack.lastIndexOf('/') + 1);
    reader.defaults(project.config());
    Optional<Path> file = YamlFile.find(project.folder(), PREFIX + stack);
    if (file.isPresent()) {
      YamlFile.read(file.get()).mapping("config").forEach(reader::own);
    } else if (request.stack().isPresent() && !stacks(project.folder()).isEmpty()) {
      throw new ProgramException(
          "no settings for the stack `"
              + stack
              + "` in `"
              + project.folder()
              + "`; there are those of "
              + String.join(", ", stacks(project.folder()))
              + ", so name one of these with --stack");
    }
    request.config().forEach(reader::own);
    return new StackSettings(stack, reader.values, reader.secretKeys);
  }

  private static String onlyStack(Path folder) throws ProgramException {
    List<String> stacks = stacks(folder);
    if (stacks.size() > 1 && !stacks.contains(USUAL_STACK)) {
      throw new ProgramException(
          "several stacks have settings in `"
              + folder
              + "`: "
              + String.join(", ", stacks)
              + "; say which with --stack");
    }
    return stacks.size() == 1 ? stacks.get(0) : USUAL_STACK;
  }

  private static List<String> stacks(Path folder) throws ProgramException {
    List<String> stacks = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "?*.{yaml,yml}")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        stacks.add(name.substring(PREFIX.length(), name.lastIndexOf('.')));
      }
    } catch (IOException e) {
      throw new ProgramException("`" + folder + "`: cannot be read; check that you may read it");
    }
    stacks.sort(null);
    return stacks;
  }

  /** A key of the project: a value for all stacks, or a description that may hold a default. */
  private void defaults(Map<?, ?> config) {
    config.forEach(
        (key, said) -> {
          if (said instanceof Map<?, ?> described) {
            Object value = described.get("value");
            Object chosen = value == null ? described.get("default") : value;
            if (chosen != null && Boolean.TRUE.equals(described.get("secret"))) {
              secret(key);
            } else if (chosen != null) {
              values.put(full(key), ConfigText.of(chosen));
            }
          } else if (said != null) {
            values.put(full(key), ConfigText.of(said));
          }
        });
  }

  private void own(Object key, Object value) {
    if (ConfigText.holdsSecret(value)) {
      secret(key);
    } else if (value != null) {
      values.put(full(key), secretKeys.contains(full(key)) ? STAND_IN : ConfigText.of(value));
    }
  }

  private void secret(Object key) {
    secretKeys.add(full(key));
    values.put(full(key), STAND_IN);
  }

  /** A key without a namespace is the project's own. */
  private String full(Object key) {
    String text = key.toString().replace(":config:", ":");
    return text.indexOf(':') < 0 ? project.name() + ":" + text : text;
  }
}
