package dev.cutset.stack;

import org.jspecify.annotations.Nullable;

/**
 * The name by which everything refers to a resource: a Pulumi URN, or a Terraform address.
 *
 * <p>The parts of a Pulumi URN are {@code urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME}. The text
 * is kept as it came, because results have to name resources as their authors know them.
 */
public final class Urn implements Comparable<Urn> {
  private static final String PREFIX = "urn:pulumi:";

  private final String text;

  /**
   * Everything is looked up by URNs: to go to the text each time takes a tenth of a large check.
   */
  private final int hash;

  public Urn(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a URN must not be blank");
    }
    this.text = text;
    this.hash = text.hashCode();
  }

  /** The whole of it. */
  public String text() {
    return text;
  }

  /** The last part: the name the author gave the resource. */
  public String name() {
    if (!text.startsWith(PREFIX)) {
      return text;
    }
    int at = nthSeparator(3);
    return at < 0 ? text : text.substring(at + 2);
  }

  /**
   * The type of the resource alone, without its parents' types; empty where the text holds none.
   */
  public String type() {
    if (!text.startsWith(PREFIX)) {
      return "";
    }
    int from = nthSeparator(2);
    int to = nthSeparator(3);
    if (from < 0 || to < 0) {
      return "";
    }
    String chain = text.substring(from + 2, to);
    return chain.substring(chain.lastIndexOf('$') + 1);
  }

  /** The stack part of a Pulumi URN; empty for any other text. */
  public String stack() {
    int to = nthSeparator(1);
    return text.startsWith(PREFIX) && to > 0 ? text.substring(PREFIX.length(), to) : "";
  }

  /** The project part of a Pulumi URN; empty for any other text. */
  public String project() {
    int from = nthSeparator(1);
    int to = nthSeparator(2);
    return text.startsWith(PREFIX) && to > 0 ? text.substring(from + 2, to) : "";
  }

  private int nthSeparator(int n) {
    int at = -2;
    for (int i = 0; i < n; i++) {
      at = text.indexOf("::", at + 2);
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof Urn urn && hash == urn.hash && text.equals(urn.text);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public int compareTo(Urn other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
