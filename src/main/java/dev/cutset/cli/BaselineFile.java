package dev.cutset.cli;

import dev.cutset.config.BaselineReader;
import dev.cutset.config.ConfigurationException;
import dev.cutset.policy.Baseline;
import dev.cutset.report.BaselineText;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds, reads and writes the file that holds a baseline. */
final class BaselineFile {
  static final String NAME = "cutset-baseline.json";

  private final Surroundings surroundings;

  BaselineFile(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The baseline that the user names, if one is named. */
  Optional<Baseline> named(Optional<String> file) throws ConfigurationException, WrongUseException {
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(read(surroundings.resolve(file.get()), file.get()));
  }

  /** Where it is: as named, or beside the stack. */
  Path place(Optional<String> named, Input input) {
    return named.map(surroundings::resolve).orElseGet(() -> input.folder().resolve(NAME));
  }

  /** What to call it: by its way from the current folder, where it is in that. */
  Path shown(Path file) {
    Path here = surroundings.folder();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  Baseline read(Path file, String shown) throws ConfigurationException, WrongUseException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUseException(
          "no baseline `" + shown + "`; `cutset baseline write --file " + shown + "` makes one");
    }
    return BaselineReader.read(file);
  }

  void write(Baseline baseline, Path file) throws WrongUseException {
    new OutputFile(file)
        .write(
            out -> {
              Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
              new BaselineText().render(baseline, writer);
              writer.flush();
            });
  }
}
