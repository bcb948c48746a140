package dev.cutset.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All entries that come with Cutset, found by walking the folder that holds them. */
public final class BundledEntries {
  static final Path FOLDER = Path.of("src/main/resources/dev/cutset/catalog");

  private static final List<ResourceType> ALL = read();

  private BundledEntries() {}

  /** The files with entries, relative to the folder, in order; those at the top are no entries. */
  static List<String> files() {
    try (Stream<Path> found = Files.walk(FOLDER)) {
      return found
          .filter(path -> path.toString().endsWith(".yaml"))
          .map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
          .filter(file -> file.contains("/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types of all entries, in the order of files and of the entries in them. */
  public static List<ResourceType> all() {
    return ALL;
  }

  private static List<ResourceType> read() {
    YamlCatalog catalog = YamlCatalog.in(FOLDER);
    CatalogFiles files = new CatalogFiles(BundledEntries::open);
    return files().stream()
        .flatMap(file -> files.entries(file).values().stream())
        .map(block -> catalog.find(block.origin().entry()).orElseThrow())
        .toList();
  }

  private static Optional<InputStream> open(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    return Files.exists(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
  }
}
