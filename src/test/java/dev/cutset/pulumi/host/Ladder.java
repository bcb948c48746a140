package dev.cutset.pulumi.host;

import dev.cutset.source.StackReader;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ladder's programs, run in copies: Maven writes its classes beside the sources. */
final class Ladder {
  static final Path FOLDER = Path.of("stacks", "ladder");

  private Ladder() {}

  static List<Path> steps() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** What a step's program declares. */
  static Stack declared(Path step, Path place) throws IOException, ProgramException {
    Path copy = copy(step, place);
    List<String> said = new ArrayList<>();
    try {
      return new ProgramHost(System.getenv(), said::add, said::add)
          .run(new ProgramRequest(copy, Optional.empty(), Map.of()));
    } catch (ProgramException e) {
      throw new AssertionError(String.join("\n", said), e);
    }
  }

  /** What the real engine said of it. */
  static Stack recorded(Path step) throws Exception {
    return new StackReader(Interest.EVERYTHING, Naming.NONE).read(step.resolve("preview.json"));
  }

  /** A copy of a project, without what was built. */
  static Path copy(Path from, Path place) throws IOException {
    Path to = place.resolve(from.getFileName().toString());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path relative = from.relativize(file);
        if (!relative.startsWith("target")) {
          Files.createDirectories(to.resolve(relative).getParent());
          Files.copy(file, to.resolve(relative));
        }
      }
    }
    return to;
  }
}
