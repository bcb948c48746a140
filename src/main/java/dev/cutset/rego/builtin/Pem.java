package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block of a PEM text.
 *
 * @param rest what follows the block
 */
record Pem(String type, byte[] bytes, String rest) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /** The first block that is well formed, or null; what stands before it does not count. */
  static @Nullable Pem first(String text) {
    int from = 0;
    while (true) {
      int begin = text.startsWith(BEGIN, from) ? from : text.indexOf("\n" + BEGIN, from) + 1;
      if (begin == 0 && !text.startsWith(BEGIN, from)) {
        return null;
      }
      Pem block = block(text, begin);
      if (block != null) {
        return block;
      }
      from = begin + BEGIN.length();
    }
  }

  /** All blocks of a text. */
  static List<Pem> all(String text) {
    List<Pem> blocks = new ArrayList<>();
    for (Pem block = first(text); block != null; block = first(block.rest())) {
      blocks.add(block);
    }
    return blocks;
  }

  private static @Nullable Pem block(String text, int begin) {
    int lineEnd = endOfLine(text, begin);
    String first = text.substring(begin, lineEnd).stripTrailing();
    if (!first.endsWith(DASHES) || first.length() < BEGIN.length() + DASHES.length()) {
      return null;
    }
    String type = first.substring(BEGIN.length(), first.length() - DASHES.length());
    int body = Math.min(lineEnd + 1, text.length());
    while (isHeader(text, body)) {
      body = Math.min(endOfLine(text, body) + 1, text.length());
    }
    int end = text.startsWith(END, body) ? body : text.indexOf("\n" + END, body) + 1;
    if (end == 0 || !text.startsWith(END + type + DASHES, end)) {
      return null;
    }
    int rest = endOfLine(text, end);
    String tail = text.substring(end + END.length() + type.length() + DASHES.length(), rest);
    if (!tail.isBlank()) {
      return null;
    }
    try {
      byte[] bytes = GoBase64.standard(text.substring(body, end).replaceAll("[ \t]", ""));
      return new Pem(type, bytes, text.substring(Math.min(rest + 1, text.length())));
    } catch (BuiltinException e) {
      return null;
    }
  }

  private static boolean isHeader(String text, int from) {
    return from < text.length() && text.substring(from, endOfLine(text, from)).contains(":");
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
