package dev.cutset.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with every mistake found in it. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  public ConfigurationException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::text).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * One mistake.
   *
   * @param line counted from one; zero when the file could not be read at all
   * @param column counted from one
   * @param help what to do about it
   */
  public record Mistake(String file, int line, int column, String message, String help) {

    /** File, place, what is wrong and what to do, on one line. */
    public String text() {
      String place = line == 0 ? file : file + ":" + line + ":" + column;
      return place + ": " + message + (help.isEmpty() ? "" : "; " + help);
    }
  }
}
