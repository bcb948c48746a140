package dev.cutset.pulumi.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which regions the environment asks providers for, as they read it themselves where nothing is
 * configured.
 */
final class Regions {
  /** What a region is called; a credential that strayed into its place is not taken for one. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,4}");

  private static final Map<String, Source> SOURCES =
      Map.of(
          "aws", new Source("region", List.of("AWS_REGION", "AWS_DEFAULT_REGION")),
          "aws-native", new Source("region", List.of("AWS_REGION", "AWS_DEFAULT_REGION")),
          "gcp",
              new Source(
                  "region", List.of("GOOGLE_REGION", "GCLOUD_REGION", "CLOUDSDK_COMPUTE_REGION")),
          "azure", new Source("location", List.of("ARM_LOCATION")),
          "alicloud", new Source("region", List.of("ALICLOUD_REGION")),
          "openstack", new Source("region", List.of("OS_REGION_NAME")),
          "scaleway", new Source("region", List.of("SCW_DEFAULT_REGION")));

  private final Map<String, String> environment;

  Regions(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The property of a provider that names its region, and where it is taken from.
   *
   * @param variables the first that is there counts
   */
  private record Source(String property, List<String> variables) {}

  /** What the environment configures of a provider. */
  Map<String, String> of(String provider) {
    Source source = SOURCES.get(provider);
    if (source == null) {
      return Map.of();
    }
    Optional<String> region =
        source.variables().stream().flatMap(v -> named(v).stream()).findFirst();
    return region.map(name -> Map.of(source.property(), name)).orElse(Map.of());
  }

  /** The variables that name regions; programs read them where they make a provider. */
  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    for (Source source : SOURCES.values()) {
      for (String variable : source.variables()) {
        named(variable).ifPresent(name -> variables.put(variable, name));
      }
    }
    return variables;
  }

  private Optional<String> named(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(text -> NAME.matcher(text).matches());
  }
}
