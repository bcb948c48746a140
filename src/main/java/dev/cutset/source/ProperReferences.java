package dev.cutset.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The references proper of an expression: Terraform lists each one whole, and right after it the
 * same with its ends cut off, which would name too much.
 */
final class ProperReferences {
  private final SharedReferences shared;
  private final List<Reference> proper = new ArrayList<>();
  private String previous = "";

  ProperReferences(SharedReferences shared) {
    this.shared = shared;
  }

  /** Takes the next one that is listed. */
  void add(String text) {
    if (!isCutOff(text)) {
      proper.add(shared.of(text));
    }
    previous = text;
  }

  private boolean isCutOff(String text) {
    int end = text.length();
    return end < previous.length()
        && (previous.charAt(end) == '.' || previous.charAt(end) == '[')
        && previous.startsWith(text);
  }

  List<Reference> all() {
    return List.copyOf(proper);
  }
}
