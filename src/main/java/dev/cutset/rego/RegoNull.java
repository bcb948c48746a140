package dev.cutset.rego;

/** The null of JSON. */
public final class RegoNull implements RegoValue {
  public static final RegoNull NULL = new RegoNull();

  private RegoNull() {}

  @Override
  public String typeName() {
    return "null";
  }

  @Override
  public String toString() {
    return "null";
  }
}
