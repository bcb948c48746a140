package dev.cutset.source;

import java.util.HashMap;
import java.util.Map;

/** References of one input, with what occurs over and over in them kept once. */
final class SharedReferences {
  private static final int MOST = 10_000;

  private final Map<String, Reference> references = new HashMap<>();
  private final SharedTexts names = new SharedTexts();

  /** Takes the text of a reference apart. */
  Reference of(String text) {
    Reference known = references.get(text);
    if (known != null) {
      return known;
    }
    Reference reference = Reference.of(text).with(names);
    if (references.size() < MOST) {
      references.put(text, reference);
    }
    return reference;
  }
}
