package dev.cutset.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

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

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = main(out, err).run(arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Main main(java.io.OutputStream out, java.io.OutputStream err) {
    Surroundings surroundings =
        new Surroundings(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            folder,
            environment);
    return new Main(surroundings, inspector);
  }
}
