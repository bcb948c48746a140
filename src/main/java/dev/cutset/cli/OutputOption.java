package dev.cutset.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that sends what a command says to a file. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes it there, whole or not at all, instead of showing it.")
  private Optional<String> file = Optional.empty();

  /** Whether what is said goes to a file. */
  boolean isFile() {
    return file.isPresent();
  }

  /** Writes something, to a terminal or to a file. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out, Charset charset, boolean colour) throws IOException;
  }

  /** Writes it where it belongs; a file is in UTF-8, and without colour. */
  void write(Surroundings surroundings, Content content) throws WrongUseException, IOException {
    if (file.isPresent()) {
      new OutputFile(surroundings.resolve(file.get()))
          .write(out -> content.write(out, StandardCharsets.UTF_8, false));
    } else {
      content.write(surroundings.out(), surroundings.charset(), surroundings.colour());
    }
  }
}
