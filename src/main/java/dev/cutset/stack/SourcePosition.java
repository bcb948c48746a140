package dev.cutset.stack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place in a program where a resource is declared.
 *
 * @param file the file, relative to the project's folder, with slashes
 * @param line the line, from 1
 */
public record SourcePosition(String file, int line) {
  private static final Pattern IN_PROJECT =
      Pattern.compile("project:///([^#]+)#(\\d{1,9})(?:,\\d+)?");

  /** What somebody installed, and did not write. */
  private static final Pattern FOREIGN =
      Pattern.compile("(.*/)?(\\.\\.|node_modules|site-packages|vendor)/.*");

  public SourcePosition {
    if (line < 1) {
      throw new IllegalArgumentException("lines count from 1");
    }
  }

  /**
   * Reads what Pulumi writes into previews and states, {@code project:///src/index.ts#12,5}; empty
   * for a place outside of the project's own files, which nobody could change.
   */
  public static Optional<SourcePosition> parse(String text) {
    Matcher matcher = IN_PROJECT.matcher(text);
    if (!matcher.matches() || FOREIGN.matcher(matcher.group(1)).matches()) {
      return Optional.empty();
    }
    int line = Integer.parseInt(matcher.group(2));
    return line < 1 ? Optional.empty() : Optional.of(new SourcePosition(matcher.group(1), line));
  }
}
