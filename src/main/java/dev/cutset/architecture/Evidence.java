package dev.cutset.architecture;

import org.jspecify.annotations.Nullable;

/** Why it is believed that one component needs another. */
public record Evidence(Kind kind, String text) {

  /** Written out, as in {@link dev.cutset.stack.Urn}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Evidence evidence
        && kind == evidence.kind
        && text.equals(evidence.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode() * 31 + kind.name().hashCode();
  }

  /** The kinds of evidence, strongest first. */
  public enum Kind {
    /** The program says so: a listener, an attachment, a record. */
    DECLARED,
    /** The configuration file says so. */
    HINT,
    /** An output of the one is used in a property of the other. */
    OUTPUT,
    /** A property of the one holds the other's name, address or ARN. */
    LITERAL,
    /** The other's security group admits the one. */
    FIREWALL,
    /** They share a network, and nothing else explains what the one is for. */
    ASSUMED
  }

  public static Evidence declared(String text) {
    return new Evidence(Kind.DECLARED, text);
  }
}
