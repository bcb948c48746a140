package dev.cutset.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** Somebody at a command line, without a process. */
final class Session {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Inspector inspector = new BundledInspector();
  private String typed = "";

  Session(Path folder) {
    this.folder = folder;
  }

  /** What came of a command. */
  record Result(int code, String out, String err) {}

  Session with(Inspector other) {
    inspector = other;
    return this;
  }

  Session typing(String text) {
    typed = text;
    return this;
  }

  Session having(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** What runs a command in place of {@link Main}. */
  @FunctionalInterface
  interface Runner {
    int run(Surroundings surroundings, Inspector inspector);
  }

  Result run(String... arguments) {
    return by((surroundings, asked) -> new Main(surroundings, asked).run(arguments));
  }

  Result by(Runner runner) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = runner.run(surroundings(out, err), inspector);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What it takes to parse these arguments; all commands without any. */
  CommandLine line(String... arguments) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new Commands(surroundings(nowhere, nowhere), inspector).line(arguments);
  }

  Main main(OutputStream out, OutputStream err) {
    return new Main(surroundings(out, err), inspector);
  }

  private Surroundings surroundings(OutputStream out, OutputStream err) {
    return new Surroundings(
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        StandardCharsets.UTF_8,
        folder,
        environment);
  }
}
