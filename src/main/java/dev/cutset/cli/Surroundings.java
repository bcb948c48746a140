package dev.cutset.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process finds around it, so that tests need no process.
 *
 * @param charset what both output streams encode their text in
 * @param folder the folder that relative paths are relative to
 * @param environment the environment variables
 */
public record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Charset charset,
    Path folder,
    Map<String, String> environment) {

  private static final int USUAL_WIDTH = 80;
  private static final int WIDEST = 120;

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of this process. */
  static Surroundings ofProcess() {
    Charset charset =
        Charset.forName(
            System.getProperty(
                "stdout.encoding",
                System.getProperty("native.encoding", Charset.defaultCharset().name())));
    return new Surroundings(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        charset,
        Path.of(""),
        System.getenv());
  }

  /** The path as the user means it. */
  Path resolve(String path) {
    return folder.resolve(path);
  }

  /** The file that an option names, which has to be there. */
  Path file(String named, String option) throws WrongUseException {
    Path file = resolve(named);
    if (!Files.isRegularFile(file)) {
      throw new WrongUseException("no file `" + named + "`; check what you gave as " + option);
    }
    return file;
  }

  /** Whether standard output is a terminal, as far as anybody said so. */
  boolean isTerminal() {
    return environment.getOrDefault("CUTSET_TERMINAL", "").equals("true");
  }

  /**
   * Whether standard output is a terminal that shows colours, and whoever sits there wants them.
   *
   * <p>The JVM cannot tell on every version whether it writes to a terminal; the launcher can, and
   * says so in {@code CUTSET_TERMINAL}.
   */
  boolean colour() {
    return isTerminal()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** How many columns to use: what there is, but no line is read well beyond some width. */
  int width() {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return columns > 0 ? Math.min(columns, WIDEST) : USUAL_WIDTH;
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }
}
