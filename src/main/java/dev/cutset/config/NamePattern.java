package dev.cutset.config;

import dev.cutset.stack.Urn;

/**
 * Names resources by a glob over the whole URN or over the name alone: {@code *} stands for any
 * text, {@code ?} for one character, everything else for itself.
 */
public record NamePattern(String glob) {

  public NamePattern {
    if (glob.isBlank()) {
      throw new IllegalArgumentException("a pattern must not be blank");
    }
  }

  public boolean matches(Urn urn) {
    return matches(urn.text()) || matches(urn.name());
  }

  /** Whether it means the resource, or the public name under which users know it. */
  public boolean matches(Urn urn, String publicName) {
    return matches(urn) || matches(publicName);
  }

  /** Whether it means this text. */
  boolean matchesText(String text) {
    return matches(text);
  }

  // Remembers only the last star: going back further could not help, so the cost stays bounded by
  // the product of both lengths whatever the pattern.
  private boolean matches(String text) {
    int at = 0;
    int next = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      if (next < glob.length() && glob.charAt(next) == '*') {
        star = next++;
        resume = at;
      } else if (next < glob.length()
          && (glob.charAt(next) == '?' || glob.charAt(next) == text.charAt(at))) {
        next++;
        at++;
      } else if (star >= 0) {
        next = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (next < glob.length() && glob.charAt(next) == '*') {
      next++;
    }
    return next == glob.length();
  }

  @Override
  public String toString() {
    return glob;
  }
}
