package dev.cutset.pulumi.host;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Predicate;

/** When something below a folder was last changed. */
final class Changes {
  private static final Set<String> BUILT = Set.of("target", "build", "out", "bin", "node_modules");

  private Changes() {}

  /** When a file was last written; zero where there is none. */
  static long of(Path file) throws IOException {
    return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
  }

  /** The last change of a file or folder below one: what was deleted leaves its mark there only. */
  static long below(Path folder) throws IOException {
    return newest(folder, path -> true, true);
  }

  /**
   * The last change of files that are meant.
   *
   * @param meant files; what builds write, and what is hidden, is passed by
   */
  static long below(Path folder, Predicate<Path> meant) throws IOException {
    return newest(folder, meant, false);
  }

  private static long newest(Path folder, Predicate<Path> meant, boolean all) throws IOException {
    long[] newest = {0};
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              if (all) {
                newest[0] = Math.max(newest[0], attributes.lastModifiedTime().toMillis());
              } else if (!path.equals(folder) && isPassedBy(path)) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (meant.test(path)) {
                newest[0] = Math.max(newest[0], attributes.lastModifiedTime().toMillis());
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return newest[0];
  }

  private static boolean isPassedBy(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(".") || BUILT.contains(name);
  }
}
