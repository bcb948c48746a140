package dev.cutset.policy.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of its own for one run of {@code opa}: a team's files at its root, and the library that
 * they use in a folder among them. What is compiled is what was read, whatever happens meanwhile.
 */
final class Workplace implements AutoCloseable {
  /** No folder of a team's is called so: hidden ones are passed over. */
  static final String LIBRARY = ".cutset";

  private final Path folder;

  private Workplace(Path folder) {
    this.folder = folder;
  }

  static Workplace of(List<SourceFile> own, List<SourceFile> library) throws OwnPolicyException {
    try {
      Workplace place = new Workplace(Files.createTempDirectory("cutset-policies-"));
      for (SourceFile file : own) {
        place.put(file.path(), file);
      }
      for (SourceFile file : library) {
        place.put(LIBRARY + "/" + file.path(), file);
      }
      return place;
    } catch (IOException e) {
      throw new OwnPolicyException("no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  Path folder() {
    return folder;
  }

  private void put(String path, SourceFile file) throws IOException {
    Path to = folder.resolve(path);
    Files.createDirectories(to.getParent());
    Files.writeString(to, file.text());
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException leftBehind) {
      // Temporary files are the system's to clean up.
    }
  }
}
