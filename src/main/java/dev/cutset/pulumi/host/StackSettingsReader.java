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

  /** What the engine says where a stack is nobody's. */
  private static final String NO_ORGANIZATION = "organization";

  private static final String PREFIX = "Pulumi.";

  private final Project project;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final Set<String> secretKeys = new TreeSet<>();

  private StackSettingsReader(Project project) {
    this.project = project;
  }

  static StackSettings read(Project project, ProgramRequest request) throws ProgramException {
    if (request.config() instanceof ProgramConfig.Given given) {
      String name = request.stack().orElse(USUAL_STACK);
      return new StackSettings(
          organization(name), simple(name), given.values(), given.secretKeys());
    }
    return ofFiles(project, request.stack(), ((ProgramConfig.OfFiles) request.config()).above());
  }

  private static StackSettings ofFiles(
      Project project, Optional<String> named, Map<String, String> above) throws ProgramException {
    StackSettingsReader reader = new StackSettingsReader(project);
    String full = named.isPresent() ? named.get() : onlyStack(project.folder());
    String stack = simple(full);
    reader.defaults(project.config());
    Optional<Path> file = YamlFile.find(project.folder(), PREFIX + stack);
    if (file.isPresent()) {
      YamlFile.read(file.get()).mapping("config").forEach(reader::own);
    } else if (named.isPresent() && !stacks(project.folder()).isEmpty()) {
      throw new ProgramException(
          "no settings for the stack `"
              + stack
              + "` in `"
              + project.folder()
              + "`; there are those of "
              + String.join(", ", stacks(project.folder()))
              + ", so name one of these with --stack");
    }
    above.forEach(reader::own);
    return new StackSettings(organization(full), stack, reader.values, reader.secretKeys);
  }

  /** Pulumi knows a stack as ORGANIZATION/PROJECT/STACK too. */
  private static String simple(String stack) {
    return stack.substring(stack.lastIndexOf('/') + 1);
  }

  private static String organization(String stack) {
    int slash = stack.indexOf('/');
    return slash > 0 ? stack.substring(0, slash) : NO_ORGANIZATION;
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
    String text = String.valueOf(key).replace(":config:", ":");
    return text.indexOf(':') < 0 ? project.name() + ":" + text : text;
  }
}
