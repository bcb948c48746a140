package dev.cutset.source;

/**
 * How a Terraform state file names the configuration of a provider that a resource uses.
 *
 * @param name the full name of the provider; before Terraform 0.13 its short one
 * @param alias the alias with its dot, such as {@code .west}; empty for the default configuration
 */
record ProviderReference(String name, String alias) {
  private static final String FULL = "provider[\"";
  private static final String SHORT = "provider.";

  /**
   * Takes one apart: {@code provider["registry.terraform.io/hashicorp/aws"].west} or, as it was
   * before, {@code provider.aws.west}; either can be of a module.
   */
  static ProviderReference of(String text) {
    int full = text.indexOf(FULL);
    int close = full < 0 ? -1 : text.indexOf('"', full + FULL.length());
    if (close >= 0) {
      String name = text.substring(full + FULL.length(), close);
      return new ProviderReference(name, text.substring(text.lastIndexOf(']') + 1));
    }
    String name = text.substring(Math.max(0, text.lastIndexOf(SHORT)));
    name = name.startsWith(SHORT) ? name.substring(SHORT.length()) : name;
    int dot = name.indexOf('.');
    return dot < 0
        ? new ProviderReference(name, "")
        : new ProviderReference(name.substring(0, dot), name.substring(dot));
  }
}
