package dev.cutset.source;

import java.util.HashMap;
import java.util.Map;

/**
 * Texts that occur over and over in one input, such as types and attributes, each kept once.
 *
 * <p>Not so many that what occurs once is kept for nothing.
 */
final class SharedTexts {
  private static final int MOST = 10_000;

  private final Map<String, String> texts = new HashMap<>();

  /** The same text. */
  String of(String text) {
    String known = texts.get(text);
    if (known != null) {
      return known;
    }
    if (texts.size() < MOST) {
      texts.put(text, text);
    }
    return text;
  }
}
