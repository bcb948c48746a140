package dualdns;

import com.pulumi.Config;
import com.pulumi.Context;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stack may choose; Pulumi.yaml describes each and has the defaults.
 *
 * @param name tells this stack's things from those of other stacks in the account
 * @param delegate whether the domain's registration is looked after here
 * @param zones the letters of the zones, so that one that AWS opens later does not move what is
 *     here
 */
record Settings(
    String name,
    String domain,
    boolean delegate,
    List<String> regions,
    List<String> zones,
    String image,
    int port,
    String healthPath) {

  Settings {
    regions = atLeastTwo("regions", regions);
    zones = atLeastTwo("zones", zones);
    if (domain.endsWith(".")) {
      throw new IllegalArgumentException(
          "`domain` is %s: want it without the last dot".formatted(domain));
    }
  }

  static Settings of(Context context) {
    Config config = context.config();
    return new Settings(
        context.projectName() + "-" + context.stackName(),
        config.require("domain"),
        config.requireBoolean("delegate"),
        list(config, "regions"),
        list(config, "zones"),
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
