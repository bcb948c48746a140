package clusters;

import com.pulumi.Config;
import com.pulumi.Context;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stack may choose; Pulumi.yaml describes each and has the defaults.
 *
 * @param zones the letters of the zones, so that one that AWS opens later does not move what is
 *     here
 */
record Settings(
    String domain,
    List<String> regions,
    List<String> zones,
    String kubernetesVersion,
    String nodeType,
    int nodesPerZone,
    List<String> adminAddresses,
    String image,
    int port,
    String healthPath) {

  Settings {
    regions = atLeastTwo("regions", regions);
    zones = atLeastTwo("zones", zones);
    if (nodesPerZone < 1) {
      throw new IllegalArgumentException("`nodesPerZone` is %d".formatted(nodesPerZone));
    }
  }

  static Settings of(Context context) {
    Config config = context.config();
    return new Settings(
        config.require("domain"),
        list(config, "regions"),
        list(config, "zones"),
        config.require("kubernetesVersion"),
        config.require("nodeType"),
        config.requireInteger("nodesPerZone"),
        list(config, "adminAddresses"),
        config.require("image"),
        config.requireInteger("port"),
        config.require("healthPath"));
  }

  private static List<String> list(Config config, String key) {
    return Stream.of(config.require(key).split(",")).map(String::strip).toList();
  }

  private static List<String> atLeastTwo(String key, List<String> names) {
    if (names.stream().distinct().count() < 2) {
      throw new IllegalArgumentException(
          "`%s` is %s: want two or more".formatted(key, String.join(",", names)));
    }
    return List.copyOf(names);
  }
}
