package dev.cutset.source;

import dev.cutset.stack.Resource;
import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for the lines that declare resources, in the Java and Terraform files of a folder.
 *
 * <p>A resource is found where its type and name stand together in one place only, or its name
 * alone does; a line that may be the wrong one is not told. Where its own line is not found, that
 * of its component resource serves.
 */
public final class CodeSearch {
  private static final int MOST_FILES = 5_000;
  private static final int DEEPEST = 20;
  private static final long LARGEST_FILE = 1_000_000;
  private static final Set<String> NOT_WRITTEN_HERE =
      Set.of("target", "build", "node_modules", "vendor");

  private final Path folder;

  /**
   * A search in a folder and those below it.
   *
   * @param folder positions are relative to it
   */
  public CodeSearch(Path folder) {
    this.folder = folder;
  }

  /** Where each resource is declared: what the source told, else what can be found. */
  public Map<Urn, SourcePosition> positions(List<Resource> resources) {
    Map<Urn, SourcePosition> positions = new HashMap<>();
    for (Resource resource : resources) {
      resource.position().ifPresent(position -> positions.put(resource.urn(), position));
    }
    if (positions.isEmpty()) {
      Map<Declaration, Optional<SourcePosition>> declared = declared();
      for (Resource resource : resources) {
        Declaration declaration = Declaration.of(resource);
        declared
            .getOrDefault(
                declaration, declared.getOrDefault(declaration.byName(), Optional.empty()))
            .ifPresent(position -> positions.put(resource.urn(), position));
      }
    }
    resources.forEach(resource -> inherit(resource, positions));
    return positions;
  }

  // Parents are declared before their children, so that one step leads to whoever has a position.
  private static void inherit(Resource resource, Map<Urn, SourcePosition> positions) {
    SourcePosition parents = resource.parent().map(positions::get).orElse(null);
    if (parents != null) {
      positions.putIfAbsent(resource.urn(), parents);
    }
  }

  /** What the files declare; empty for what is declared in several places. */
  private Map<Declaration, Optional<SourcePosition>> declared() {
    Map<Declaration, Optional<SourcePosition>> declared = new TreeMap<>();
    for (Path file : files()) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      for (Declaration.Found found : Declaration.in(file)) {
        declared.merge(
            found.declaration(),
            Optional.of(new SourcePosition(name, found.line())),
            (one, other) -> Optional.empty());
      }
    }
    return declared;
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.noneOf(FileVisitOption.class),
          DEEPEST,
          new SimpleFileVisitor<>() {
            private int seen;

            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
              return below.equals(folder) || isWrittenHere(below)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (Declaration.canBeIn(file) && attributes.size() <= LARGEST_FILE) {
                files.add(file);
              }
              return ++seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // Positions are a courtesy; a report without them is still right.
      return List.of();
    }
    files.sort(null);
    return files;
  }

  private static boolean isWrittenHere(Path below) {
    String name = String.valueOf(below.getFileName());
    return !name.startsWith(".") && !NOT_WRITTEN_HERE.contains(name);
  }
}
