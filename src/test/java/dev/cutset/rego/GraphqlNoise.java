package dev.cutset.rego;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Breaks texts of GraphQL at random places. */
final class GraphqlNoise {
  private static final Pattern TOKEN =
      Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"])*\"|#[^\\n]*\\n|\\w+|\\.\\.\\.|\\S");
  private static final List<String> STRANGE =
      List.of(
          "\"",
          "\"\"\"",
          "\"\\u00e\"",
          "\"\\ud83d\\ude00\"",
          "\"\\q\"",
          "\"on\"",
          "\"\"",
          "é",
          "\uFEFF",
          "😀",
          "'",
          "..",
          "01",
          "-",
          "1.",
          "1e",
          "\u0007",
          "# note é\r\n",
          "\r\n",
          "on",
          "null",
          "true",
          "extend",
          "fragment",
          "query",
          "implements",
          "repeatable",
          "schema",
          "$",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "@",
          "!",
          "|",
          "&",
          "=",
          ":",
          ",",
          "__x",
          "\"\"\"\"quoted\"\"\"\"",
          "\"\"\"\r\n  a\r   b\n\"\"\"");

  private final Random random;

  GraphqlNoise(Random random) {
    this.random = random;
  }

  String disturb(String text) {
    List<String> tokens = new ArrayList<>();
    var matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    for (int i = 1 + random.nextInt(2); i > 0 && !tokens.isEmpty(); i--) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(4)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
        case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
        default -> tokens.add(at, STRANGE.get(random.nextInt(STRANGE.size())));
      }
    }
    return String.join(random.nextInt(3) == 0 ? "\n" : " ", tokens);
  }
}
