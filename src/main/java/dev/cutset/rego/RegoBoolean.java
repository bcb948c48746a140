package dev.cutset.rego;

/** True or false. */
public final class RegoBoolean implements RegoValue {
  public static final RegoBoolean TRUE = new RegoBoolean(true);
  public static final RegoBoolean FALSE = new RegoBoolean(false);

  private final boolean value;

  private RegoBoolean(boolean value) {
    this.value = value;
  }

  public static RegoBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean value() {
    return value;
  }

  @Override
  public String typeName() {
    return "boolean";
  }

  @Override
  public String toString() {
    return Boolean.toString(value);
  }
}
