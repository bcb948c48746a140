package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoString;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as YAML: bare where that says the same, else in lines, in single or in double quotes. */
final class YamlText {
  private static final Set<String> OLD_TRUTHS =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off",
          "OFF");
  private static final Pattern SIXTIES =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}"
              + "([Tt]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)"
              + "| \\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?)?");

  private final String text;
  private boolean special;
  private boolean tabs;
  private boolean indicators;
  private boolean spaceAtEdge;
  private boolean spaceAtEnd;
  private boolean spaceBeforeBreak;
  private boolean spaceAfterBreak;
  private boolean breaks;

  private YamlText(String text) {
    this.text = text;
    look();
  }

  /** Writes a text; the lines of one that has several are indented by so much. */
  static void write(StringBuilder out, String text, int indent) {
    if (text.codePoints().anyMatch(YamlText::isRefused)) {
      throw BuiltinException.failed("yaml: control characters are not allowed");
    }
    YamlText yaml = new YamlText(text);
    if (text.indexOf('\n') >= 0) {
      if (yaml.spaceAtEnd || yaml.spaceBeforeBreak || yaml.special) {
        yaml.inDoubleQuotes(out);
      } else {
        yaml.inLines(out, Math.max(indent, 2));
      }
    } else if (isAmbiguous(text)) {
      yaml.inDoubleQuotes(out);
    } else if (yaml.mustBeQuoted()) {
      if (yaml.spaceAfterBreak || yaml.spaceBeforeBreak || yaml.tabs || yaml.special) {
        yaml.inDoubleQuotes(out);
      } else {
        yaml.inSingleQuotes(out, Math.max(indent, 2));
      }
    } else {
      out.append(text);
    }
  }

  /** OPA makes YAML of JSON, in which these stand for themselves, and its reader stops at them. */
  private static boolean isRefused(int c) {
    return c >= 0x7f && c < 0xa0 && c != 0x85 || c == 0xfffe || c == 0xffff;
  }

  static boolean hasBreak(String text) {
    return text.codePoints().anyMatch(YamlText::isBreak);
  }

  /** Whether it would be read as something other than a text, by old readers of YAML too. */
  private static boolean isAmbiguous(String text) {
    return !(YamlReader.bare(text) instanceof RegoString)
        || TIME.matcher(text).matches()
        || SIXTIES.matcher(text).matches()
        || OLD_TRUTHS.contains(text);
  }

  private boolean mustBeQuoted() {
    return spaceAtEdge
        || spaceAfterBreak
        || spaceBeforeBreak
        || tabs
        || special
        || breaks
        || indicators;
  }

  private void look() {
    int[] characters = text.codePoints().toArray();
    indicators = text.startsWith("---") || text.startsWith("...");
    int previous = -1;
    for (int i = 0; i < characters.length; i++) {
      int c = characters[i];
      int next = i + 1 < characters.length ? characters[i + 1] : ' ';
      indicators |= indicates(c, i == 0 ? ' ' : previous, next, i == 0);
      tabs |= c == '\t';
      special |= c != '\t' && !isPrintable(c);
      boolean edge = i == 0 || i + 1 == characters.length;
      if (c == ' ') {
        spaceAtEdge |= edge;
        spaceAtEnd |= i + 1 == characters.length;
        spaceAfterBreak |= previous >= 0 && isBreak(previous);
      } else if (isBreak(c)) {
        breaks = true;
        spaceAtEdge |= edge;
        spaceBeforeBreak |= previous == ' ';
      }
      previous = c;
    }
  }

  /** Whether a character means something to YAML where it stands. */
  private static boolean indicates(int c, int previous, int next, boolean first) {
    boolean blankFollows = next == ' ' || next == '\t';
    if (first) {
      return "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || "?:-".indexOf(c) >= 0 && blankFollows;
    }
    boolean blankBefore = previous == ' ' || previous == '\t' || isBreak(previous);
    return c == ':' && blankFollows || c == '#' && blankBefore;
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isPrintable(int c) {
    return c == '\n'
        || c >= 0x20 && c <= 0x7E
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF;
  }

  private void inLines(StringBuilder out, int indent) {
    out.append('|');
    int first = text.codePointAt(0);
    if (first == ' ' || isBreak(first)) {
      out.append('2');
    }
    int last = text.codePointBefore(text.length());
    if (!isBreak(last)) {
      out.append('-');
    } else if (text.length() == 1 || isBreak(text.codePointBefore(text.length() - 1))) {
      out.append('+');
    }
    out.append('\n');
    indented(out, indent, true);
  }

  private void inSingleQuotes(StringBuilder out, int indent) {
    out.append('\'');
    indented(out, indent, false);
    out.append('\'');
  }

  private void indented(StringBuilder out, int indent, boolean lines) {
    boolean[] started = {lines};
    text.codePoints()
        .forEach(
            c -> {
              if (isBreak(c)) {
                out.appendCodePoint(c);
                started[0] = true;
                return;
              }
              if (started[0]) {
                out.append(" ".repeat(indent));
              }
              started[0] = false;
              out.append(c == '\'' && !lines ? "'" : "").appendCodePoint(c);
            });
  }

  private void inDoubleQuotes(StringBuilder out) {
    out.append('"');
    text.codePoints()
        .forEach(
            c -> {
              if (isPrintable(c) && !isBreak(c) && c != '"' && c != '\\') {
                out.appendCodePoint(c);
              } else {
                escape(out, c);
              }
            });
    out.append('"');
  }

  private static void escape(StringBuilder out, int c) {
    int known = "\0\007\b\t\n\013\f\r\033\"\\\u0085\u00A0\u2028\u2029".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("0abtnvfre\"\\N_LP".charAt(known));
    } else {
      out.append(String.format(c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X", c));
    }
  }
}
