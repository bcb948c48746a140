package dev.cutset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder in which Pulumi's file backend keeps the states of its stacks. */
final class StateFolder {
  private static final int MOST_SHOWN = 10;

  private final Path folder;

  StateFolder(Path folder) {
    this.folder = folder;
  }

  /** The state file, where there is exactly one. */
  Path onlyState() throws UnreadableInputException {
    List<Path> states = states();
    if (states.size() == 1) {
      return states.get(0);
    }
    if (states.isEmpty()) {
      boolean project =
          Files.exists(folder.resolve("Pulumi.yaml")) || Files.exists(folder.resolve("Pulumi.yml"));
      throw refused(
          project
              ? "a Pulumi project without a state in `.pulumi/stacks`"
              : "a folder without a Pulumi state in `.pulumi/stacks`",
          "pass a file made with `pulumi preview --json --show-sames` or `pulumi stack export`");
    }
    String shown =
        states.stream()
            .limit(MOST_SHOWN)
            .map(state -> "`" + folder.relativize(state) + "`")
            .collect(Collectors.joining(", "));
    String more = states.size() > MOST_SHOWN ? ", …" : "";
    throw refused(states.size() + " states are here: " + shown + more, "pass one of these files");
  }

  private List<Path> states() throws UnreadableInputException {
    Path inProject = folder.resolve(".pulumi").resolve("stacks");
    Path root =
        Files.isDirectory(inProject) || !folder.endsWith(".pulumi")
            ? inProject
            : folder.resolve("stacks");
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(StateFolder::isState).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw refused("the folder cannot be read", "check that you may read it");
    }
  }

  private static boolean isState(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".json") || name.endsWith(".json.gz")) && Files.isRegularFile(file);
  }

  private UnreadableInputException refused(String what, String advice) {
    return new UnreadableInputException("`" + folder + "`", what, advice);
  }
}
