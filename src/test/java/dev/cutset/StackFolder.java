package dev.cutset;

import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder under {@code stacks} with a Pulumi program: a step of the ladder or a template. */
public record StackFolder(Path path) {
  private static final Path STACKS = Path.of("stacks");

  /** The one called, say, {@code ladder/1-single-server}. */
  public static StackFolder named(String name) {
    return new StackFolder(STACKS.resolve(name));
  }

  public static List<StackFolder> all() throws IOException {
    List<StackFolder> all = new ArrayList<>(ladder());
    all.addAll(templates());
    return all;
  }

  /** All, or those that {@code CUTSET_STACKS} names: for tests that take long over each. */
  public static List<StackFolder> wanted() throws IOException {
    String names = System.getenv("CUTSET_STACKS");
    return names == null || names.isBlank()
        ? all()
        : Stream.of(names.strip().split("\\s+")).map(StackFolder::named).toList();
  }

  public static List<StackFolder> ladder() throws IOException {
    return in("ladder");
  }

  public static List<StackFolder> templates() throws IOException {
    return in("templates");
  }

  private static List<StackFolder> in(String kind) throws IOException {
    Path folder = STACKS.resolve(kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(StackFolder::holdsSomething).sorted().map(StackFolder::new).toList();
    }
  }

  /** A folder that only a build left behind is none. */
  private static boolean holdsSomething(Path folder) {
    return Stream.of("Pulumi.yaml", "pom.xml", "README.md", "src")
        .anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** Such as {@code ladder/1-single-server}. */
  public String name() {
    return STACKS.relativize(path).toString().replace('\\', '/');
  }

  public boolean isTemplate() {
    return name().startsWith("templates/");
  }

  /** What the real engine said of the program, as a file. */
  public Path preview() {
    return path.resolve("preview.json");
  }

  /** What the real engine said of the program. */
  public Stack recorded() throws UnreadableInputException {
    return new StackReader(Interest.everything(), Naming.none()).read(preview());
  }

  /** What the author asks of a check. */
  public Configuration configuration() throws ConfigurationException {
    Path file = path.resolve("cutset.yaml");
    if (!Files.exists(file)) {
      return Configuration.EMPTY;
    }
    List<String> policies =
        PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id).toList();
    return new ConfigurationReader(policies).read(file);
  }

  /** A copy of the project in a place, without what was built. */
  public Path copyTo(Path place) throws IOException {
    Path to = place.resolve(path.getFileName().toString());
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path relative = path.relativize(file);
        if (!relative.startsWith("target")) {
          Files.createDirectories(to.resolve(relative).getParent());
          Files.copy(file, to.resolve(relative));
        }
      }
    }
    return to;
  }

  @Override
  public String toString() {
    return name();
  }
}
