package dev.cutset.report;

import java.nio.charset.CharsetEncoder;

/**
 * Letters that are safe to print: names come from files that others wrote, and must neither steer
 * the terminal nor turn into question marks.
 */
final class Ink {
  private final boolean colour;
  private final CharsetEncoder encoder;
  private final boolean plainSigns;

  /** A way to make a text stand out. */
  enum Tone {
    RED("31;1"),
    GREEN("32;1"),
    YELLOW("33;1"),
    BOLD("1"),
    DIM("2");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  /** Signs with something to fall back on where the charset lacks them. */
  enum Sign {
    GOOD("✓", "+"),
    BAD("✗", "x"),
    OPEN("?", "?"),
    LEADS_TO("→", "->"),
    BULLET("•", "-"),
    MORE("…", "...");

    private final String fine;
    private final String plain;

    Sign(String fine, String plain) {
      this.fine = fine;
      this.plain = plain;
    }
  }

  Ink(TerminalSettings settings) {
    this.colour = settings.colour();
    this.encoder = settings.charset().newEncoder();
    this.plainSigns = !encoder.canEncode("✓✗→•…");
  }

  String sign(Sign sign) {
    return plainSigns ? sign.plain : sign.fine;
  }

  /** Colours a text that is safe already. */
  String in(Tone tone, String safe) {
    return colour && !safe.isEmpty() ? "\u001b[" + tone.code + "m" + safe + "\u001b[0m" : safe;
  }

  /** The text with everything written out that a terminal would obey or could not show. */
  String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
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

  private boolean showable(int point) {
    if (point >= ' ' && point < 0x7f) {
      return true;
    }
    return switch (Character.getType(point)) {
      // Control and format characters: cursor movement, and text that runs the other way.
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> encoder.canEncode(Character.toString(point));
    };
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
