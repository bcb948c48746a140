package dev.cutset.report;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text safe to print: names come from files that others wrote, and must neither steer the
 * terminal, nor command the pipeline that reads along, nor turn into question marks.
 */
public final class SafeText {
  /**
   * How pipelines are told to do something by what a step prints: {@code ##vso[…]} and {@code
   * ##[…]} anywhere in a line, {@code ::set-env …::} where one begins. Lines are wrapped at blanks.
   */
  private static final Pattern COMMAND =
      Pattern.compile("(?<=#)#(?=[A-Za-z]*\\[)|(?<!\\S):(?=:[A-Za-z])");

  private final CharsetEncoder encoder;

  /**
   * For a terminal or file of this charset.
   *
   * @param charset signs that it lacks are written as escapes
   */
  public SafeText(Charset charset) {
    this.encoder = charset.newEncoder();
  }

  /** The text with everything written out that a terminal would obey or could not show. */
  public String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    unobeyed(text)
        .codePoints()
        .forEach(
            point -> {
              if (showable(point)) {
                safe.appendCodePoint(point);
              } else {
                safe.append(escape(point));
              }
            });
    return safe.toString();
  }

  /** The text without anything that a pipeline would take for a command. */
  static String unobeyed(String text) {
    return COMMAND
        .matcher(text)
        .replaceAll(sign -> Matcher.quoteReplacement(escape(sign.group().charAt(0))));
  }

  /** Whether a sign does something to a terminal or to the text around it. */
  static boolean steers(int point) {
    return switch (Character.getType(point)) {
      // Control and format characters: cursor movement, and text that runs the other way.
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private boolean showable(int point) {
    if (point >= ' ' && point < 0x7f) {
      return true;
    }
    return !steers(point) && encoder.canEncode(Character.toString(point));
  }

  private static String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> point > 0xffff ? String.format("\\u{%x}", point) : String.format("\\u%04x", point);
    };
  }
}
