package dev.cutset.stack;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name by which everything refers to a resource: a Pulumi URN, or a Terraform address.
 *
 * <p>The parts of a Pulumi URN are {@code urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME}. The text
 * is kept as it came, because results have to name resources as their authors know them.
 */
public record Urn(String text) implements Comparable<Urn> {
  private static final String PREFIX = "urn:pulumi:";

  public Urn {
    Objects.requireNonNull(text, "text");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a URN must not be blank");
    }
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

  /** Written out, as below: what records bring is linked on first use, which a short run feels. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Urn urn && text.equals(urn.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
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
