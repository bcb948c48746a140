package dev.cutset.stack;

/** The types of Pulumi's own resources, which no cloud has. */
public final class PulumiTypes {
  /** The stack itself, which is the root of all its resources. */
  public static final String STACK = "pulumi:pulumi:Stack";

  /** What the type of a provider begins with, before the name of its package. */
  public static final String PROVIDER = "pulumi:providers:";

  private PulumiTypes() {}
}
