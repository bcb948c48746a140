package dev.cutset.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What Terraform calls types and properties. */
final class TerraformNames {
  /** Terraform puts the API version of Kubernetes into the name: {@code kubernetes_pod_v1}. */
  private static final Pattern KUBERNETES_VERSION =
      Pattern.compile("(kubernetes_.*)_v[0-9][a-z0-9]*");

  private static final List<String> REFERENCES = List.of("Id", "Name", "Arn");

  private TerraformNames() {}

  /** The token of the type that has a name in Terraform. */
  static Optional<String> token(Entries entries, String name) {
    Optional<String> token = entries.token(name);
    return token.isPresent()
        ? token
        : entries.token(KUBERNETES_VERSION.matcher(name).replaceFirst("$1"));
  }

  /**
   * The name among those an entry uses that is this one, its plural, or this one without its end:
   * Pulumi puts names of repeated blocks into the plural, and calls {@code rest_api_id} {@code
   * restApi} where it takes the resource itself too. Where a name is made of another in capitals,
   * as {@code target_group_ar_ns} of {@code TargetGroupARNs}, both agree but for these.
   */
  static String nearest(String name, Set<String> used) {
    if (used.contains(name)) {
      return name;
    }
    String stem = name.substring(0, Math.max(0, name.length() - 1));
    for (String plural : new String[] {name + "s", name + "es", stem + "ies"}) {
      if (used.contains(plural)) {
        return plural;
      }
    }
    for (String end : REFERENCES) {
      if (name.endsWith(end) && used.contains(name.substring(0, name.length() - end.length()))) {
        return name.substring(0, name.length() - end.length());
      }
    }
    for (String other : used) {
      if (name.equalsIgnoreCase(other)) {
        return other;
      }
    }
    return name;
  }
}
