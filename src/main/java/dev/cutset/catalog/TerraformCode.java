package dev.cutset.catalog;

import dev.cutset.stack.PropertyNames;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a remedy says in the Java of Pulumi, {@code set `multiAz(true)`}, as Terraform writes
 * it: {@code set `multi_az = true`}.
 *
 * <p>Only what stands between backticks is code. Names that neither tool has stay as they are.
 */
final class TerraformCode {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern SETTING = Pattern.compile("([a-z][A-Za-z0-9.]*)\\((.*)\\)");
  private static final Pattern TYPE =
      Pattern.compile("[a-z][a-z0-9]*(\\.[A-Za-z0-9]+)?\\.[A-Z]\\w*");
  private static final Pattern PROPERTY =
      Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*");

  /** Blocks that Terraform repeats and Pulumi names in the plural, as remedies tell of them. */
  private static final Map<String, String> REPEATED =
      Map.ofEntries(
          Map.entry("additionalLocations", "additional_location"),
          Map.entry("allocationPolicy.locations", "allocation_policy.location"),
          Map.entry("backends", "backend"),
          Map.entry("clusters", "cluster"),
          Map.entry("geoLocations", "geo_location"),
          Map.entry("healthchecks", "healthcheck"),
          Map.entry("ipAddresses", "ip_address"),
          Map.entry("launchTemplateConfigs.overrides", "launch_template_config.override"),
          Map.entry("originGroups", "origin_group"),
          Map.entry("profiles.capacity.minimum", "profile.capacity.minimum"),
          Map.entry("replicas", "replica"),
          Map.entry("spec.services.instanceCount", "spec.service.instance_count"),
          Map.entry("subnetMappings", "subnet_mapping"),
          Map.entry("topologySpreadConstraints", "topology_spread_constraint"),
          Map.entry("vpcZoneIdentifiers", "vpc_zone_identifier"));

  private static final String ROOT = "index";

  /** Terraform's provider for it knows lists of objects, and no blocks. */
  private static final String WITHOUT_BLOCKS = "aws-native:";

  private final Map<String, String> tokens;
  private final Map<String, String> repeated;

  /**
   * How Terraform writes what remedies of a type say.
   *
   * @param token of the type
   * @param tokens the type token of each type that Terraform names
   */
  TerraformCode(String token, Map<String, String> tokens) {
    this.tokens = tokens;
    this.repeated = token.startsWith(WITHOUT_BLOCKS) ? Map.of() : REPEATED;
  }

  String of(String remedy) {
    return CODE.matcher(remedy)
        .replaceAll(found -> Matcher.quoteReplacement("`" + translated(found) + "`"));
  }

  private String translated(MatchResult found) {
    String code = found.group(1);
    Matcher setting = SETTING.matcher(code);
    if (setting.matches()) {
      return property(setting.group(1)) + assigned(setting.group(2));
    }
    if (TYPE.matcher(code).matches()) {
      return type(code).orElse(code);
    }
    return PROPERTY.matcher(code).matches() ? property(code) : code;
  }

  private static String assigned(String value) {
    return value.isEmpty() ? "" : " = " + value;
  }

  private String property(String path) {
    String block = repeated.get(path);
    return block != null ? block : PropertyNames.withUnderscores(path);
  }

  /** Of several names for one type the shortest, which is the plain one. */
  private Optional<String> type(String javaName) {
    return tokens.entrySet().stream()
        .filter(entry -> javaName.equals(javaName(entry.getValue())))
        .map(Map.Entry::getKey)
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  /**
   * {@code aws.rds.Instance} of {@code aws:rds/instance:Instance}, {@code docker.Service} of {@code
   * docker:index/service:Service}.
   */
  private static String javaName(String token) {
    String[] parts = token.split(":");
    if (parts.length != 3) {
      return token;
    }
    int end = parts[1].indexOf('/');
    String module = end < 0 ? parts[1] : parts[1].substring(0, end);
    return parts[0] + (module.equals(ROOT) ? "" : "." + module) + "." + parts[2];
  }
}
