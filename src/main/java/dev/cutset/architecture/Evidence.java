package dev.cutset.architecture;

/** Why it is believed that one component needs another. */
public record Evidence(Kind kind, String text) {

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
