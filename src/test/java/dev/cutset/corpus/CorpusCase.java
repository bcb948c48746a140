package dev.cutset.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small stack, and what an engineer says of it.
 *
 * @param folder where both are
 */
record CorpusCase(Path folder) {
  static final Path ROOT = Path.of("src/test/resources/corpus");

  /** All cases, by name. */
  static List<CorpusCase> all() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.sorted().map(CorpusCase::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  String program() {
    return text("Pulumi.yaml");
  }

  LabelReader expected() {
    return new LabelReader(text("expected.yaml"));
  }

  /** Whether Cutset is known to say something else, for which the file argues. */
  boolean disputed() {
    return Files.exists(folder.resolve("disputed.md"));
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("case `" + name() + "` lacks `" + file + "`", e);
    }
  }
}
