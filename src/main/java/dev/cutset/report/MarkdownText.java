package dev.cutset.report;

import java.util.regex.Pattern;

/**
 * Text for Markdown: what others named must neither become markup nor call people.
 *
 * <p>Words between backticks stay code. All other signs that Markdown or HTML could obey are
 * written as character references, which cannot be markup.
 */
final class MarkdownText {
  private static final Pattern PLAIN_CODE =
      Pattern.compile("[A-Za-z0-9 _.:/$()\\[\\]\"',=+*{}?-]+");
  private static final String OBEYED = "\\`*_{}[]()<>#+!|&~@$:\"'";

  private MarkdownText() {}

  /** A sentence that may hold code between backticks. */
  static String of(String text) {
    String[] parts = text.split("`", -1);
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      safe.append(code ? code(parts[i]) : escaped(parts[i]));
    }
    return safe.toString();
  }

  /** A name, as code. */
  static String code(String text) {
    return PLAIN_CODE.matcher(text).matches() && !text.isBlank()
        ? "`" + text + "`"
        : "<code>" + escaped(text) + "</code>";
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isISOControl(point)) {
                safe.append(' ');
              } else if (point == '@') {
                // A reference alone would still call whoever has that name.
                safe.append("&#64;<!-- -->");
              } else if (OBEYED.indexOf(point) >= 0) {
                safe.append("&#").append(point).append(';');
              } else {
                safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }
}
