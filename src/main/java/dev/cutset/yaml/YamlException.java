package dev.cutset.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A text that is refused: what is wrong with it, where, and what to do. */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String problem;
  private final String kind;
  private final String help;

  private YamlException(Optional<Mark> place, String kind, String message, String help) {
    super(message);
    this.line = place.map(mark -> mark.getLine() + 1).orElse(0);
    this.column = place.map(mark -> mark.getColumn() + 1).orElse(0);
    this.problem = message;
    this.kind = kind;
    this.help = help;
  }

  static YamlException notYaml(Optional<Mark> place, String problem) {
    return new YamlException(place, "not YAML", "not YAML: " + problem, "");
  }

  static YamlException tooDeep() {
    String message = "nested too deeply";
    return new YamlException(Optional.empty(), message, message, "");
  }

  static YamlException unbounded(Optional<Mark> place) {
    String message = "nested too deeply, or with aliases that stand for too much or for themselves";
    return new YamlException(place, message, message, "write out what they stand for");
  }

  /** Counted from one; zero where nobody knows. */
  public int line() {
    return line;
  }

  /** Counted from one; zero where nobody knows. */
  public int column() {
    return column;
  }

  /** What is wrong; it can hold words of the text. */
  public String problem() {
    return problem;
  }

  /** What is wrong, without a word of the text, which may hold secrets. */
  public String kind() {
    return kind;
  }

  /** What to do about it, if there is more to say than that it has to be mended. */
  public String help() {
    return help;
  }
}
