package dev.cutset.report;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
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
  private static final String OBEYED = "\\`*_[]<>#|&~@$+";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?<=\\bwww)\\.|:(?=//)|\\bGH(?=-\\d)|[!%](?=\\d)|&#(?:35|38|64|126|36);");
  private static final SafeText SHOWABLE = new SafeText(StandardCharsets.UTF_8);

  private MarkdownText() {}

  /** A sentence that may hold code between backticks. */
  static String of(String text) {
    return of(text, MarkdownText::code);
  }

  /** The same within an HTML element, where backticks would stay backticks. */
  static String inElement(String text) {
    return of(text, MarkdownText::element);
  }

  private static String of(String text, UnaryOperator<String> coder) {
    String[] parts = text.split("`", -1);
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      safe.append(code ? coder.apply(parts[i]) : escaped(parts[i]));
    }
    return safe.toString();
  }

  /** A name, as code. */
  static String code(String text) {
    return PLAIN_CODE.matcher(text).matches() && !text.isBlank() ? "`" + text + "`" : element(text);
  }

  private static String element(String text) {
    return "<code>" + escaped(text) + "</code>";
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    SHOWABLE
        .safe(text)
        .codePoints()
        .forEach(
            point -> {
              if (OBEYED.indexOf(point) >= 0) {
                safe.append("&#").append(point).append(';');
              } else {
                safe.appendCodePoint(point);
              }
            });
    // References alone would still call who has that name, mention the issue that has that number,
    // and make a link of what looks like one.
    return ADDRESS.matcher(safe).replaceAll("$0<!-- -->");
  }
}
