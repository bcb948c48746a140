package dev.cutset.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the launcher runs when it makes an archive of classes: checks of small stacks in the forms
 * that people and pipelines use, so that the archive has what such a check needs, and no more.
 */
public final class Warmup {
  /** A web service as Terraform plans it, and a shop that is written in modules. */
  private static final List<String> PLANS = List.of("warmup.json", "warmup-modules.json");

  private Warmup() {}

  /**
   * Checks previews and plans.
   *
   * @param arguments the files of the previews
   */
  public static void main(String[] arguments) throws IOException {
    for (String preview : arguments) {
      run(InputStream.nullInputStream(), "check", preview);
    }
    for (String format : new String[] {"json", "sarif", "junit", "markdown"}) {
      run(InputStream.nullInputStream(), "check", arguments[0], "--format", format);
    }
    for (String name : PLANS) {
      try (InputStream plan = Warmup.class.getResourceAsStream(name)) {
        run(Objects.requireNonNull(plan, name), "check", "-");
      }
    }
    Runtime.getRuntime().halt(ExitCode.NOTHING_BLOCKS);
  }

  private static void run(InputStream in, String... arguments) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("CUTSET_TERMINAL", "true");
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    new Main(
            new Surroundings(
                in, nowhere, nowhere, StandardCharsets.UTF_8, Path.of(""), environment))
        .run(arguments);
  }
}
