package dev.cutset.rego;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts of a plan that is being packed, each once. */
final class PackedStrings {
  /** Before the bytes of a text: one byte a character, or two. */
  static final int NARROW = 0;

  static final int WIDE = 1;
  private static final int WIDEST_NARROW = 0xFF;

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  int number(String text) {
    Integer known = numbers.putIfAbsent(text, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  int size() {
    return numbers.size();
  }

  /** Writes where each text begins, where the last one ends, and then the texts. */
  void write(PackedBytes to) {
    int table = to.size();
    for (int i = 0; i <= numbers.size(); i++) {
      to.word(0);
    }
    int entry = table;
    for (String text : numbers.keySet()) {
      to.word(entry, to.size());
      entry += Integer.BYTES;
      write(text, to);
    }
    to.word(entry, to.size());
  }

  /** No character is lost, even half of a pair. */
  private static void write(String text, PackedBytes to) {
    boolean wide = isWide(text);
    to.octet(wide ? WIDE : NARROW);
    for (int i = 0; i < text.length(); i++) {
      if (wide) {
        to.octet(text.charAt(i) >> Byte.SIZE);
      }
      to.octet(text.charAt(i));
    }
  }

  private static boolean isWide(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > WIDEST_NARROW) {
        return true;
      }
    }
    return false;
  }

  /** The text between two places. */
  static String read(byte[] bytes, int from, int to) {
    int start = from + 1;
    if (bytes[from] == NARROW) {
      return new String(bytes, start, to - start, StandardCharsets.ISO_8859_1);
    }
    char[] text = new char[(to - start) / 2];
    for (int i = 0; i < text.length; i++) {
      text[i] = (char) (bytes[start + 2 * i] << Byte.SIZE | bytes[start + 2 * i + 1] & 0xFF);
    }
    return new String(text);
  }
}
