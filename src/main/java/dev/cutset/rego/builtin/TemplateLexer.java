package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template into texts and actions, and an action into its words. */
final class TemplateLexer {
  private static final Pattern WORD =
      Pattern.compile(
          "\\s+|:=|[=|(),]"
              + "|\"(?:[^\"\\\\\n]|\\\\.)*\"|`[^`]*`|'(?:[^'\\\\\n]|\\\\.)+'"
              + "|[+-]?(?:0[xXbBoO])?\\.?[0-9](?:[0-9a-fA-F_.xX]|[eEpP][+-])*"
              + "|\\$[\\p{L}\\p{Nd}_]*|\\.[\\p{L}_][\\p{L}\\p{Nd}_]*|\\.|[\\p{L}_][\\p{L}\\p{Nd}_]*");

  private TemplateLexer() {}

  /** A text, or the words of an action; blanks before a word count where fields are chained. */
  record Piece(String text, List<Word> words, boolean isAction) {}

  /** A word of an action. */
  record Word(String text, boolean spaced) {}

  static BuiltinException failed(String message) {
    return BuiltinException.failed("template: template: " + message);
  }

  static List<Piece> cut(String template) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    boolean trim = false;
    while (true) {
      int open = template.indexOf("{{", at);
      String text = template.substring(at, open < 0 ? template.length() : open);
      boolean trimBefore = open >= 0 && isTrim(template, open + 2, 1);
      text = trim ? text.replaceFirst("^[ \t\r\n]+", "") : text;
      text = trimBefore ? text.replaceFirst("[ \t\r\n]+$", "") : text;
      if (!text.isEmpty()) {
        pieces.add(new Piece(text, List.of(), false));
      }
      if (open < 0) {
        return pieces;
      }
      int start = open + (trimBefore ? 4 : 2);
      int close = end(template, start);
      String action = template.substring(start, close);
      trim = action.length() > 1 && action.endsWith("-") && isBlank(action, action.length() - 2);
      action = trim ? action.substring(0, action.length() - 1) : action;
      if (!action.startsWith("/*")) {
        pieces.add(new Piece("", words(action), true));
      } else if (!action.strip().endsWith("*/")) {
        throw failed("comment ends before closing delimiter");
      }
      at = close + 2;
    }
  }

  private static boolean isTrim(String template, int at, int step) {
    return template.startsWith("-", at) && isBlank(template, at + step);
  }

  private static boolean isBlank(String text, int at) {
    return at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0;
  }

  /** Where an action ends; what is quoted may look like its end. */
  private static int end(String template, int start) {
    if (template.startsWith("/*", start)) {
      int comment = template.indexOf("*/", start);
      int close = comment < 0 ? -1 : template.indexOf("}}", comment);
      if (close < 0) {
        throw failed("unclosed comment");
      }
      return close;
    }
    int at = start;
    while (at < template.length() && !template.startsWith("}}", at)) {
      char c = template.charAt(at++);
      if (c == '"' || c == '`' || c == '\'') {
        while (at < template.length() && template.charAt(at) != c) {
          at += template.charAt(at) == '\\' && c != '`' ? 2 : 1;
        }
        at++;
      }
    }
    if (at >= template.length()) {
      throw failed("unclosed action");
    }
    return at;
  }

  private static List<Word> words(String action) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(action);
    boolean spaced = true;
    int at = 0;
    while (at < action.length()) {
      matcher.region(at, action.length());
      if (!matcher.lookingAt()) {
        throw failed("unexpected " + action.substring(at).strip() + " in command");
      }
      boolean blank = matcher.group().isBlank();
      if (!blank) {
        words.add(new Word(matcher.group(), spaced));
      }
      spaced = blank;
      at = matcher.end();
    }
    return words;
  }
}
