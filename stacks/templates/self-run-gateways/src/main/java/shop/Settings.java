package shop;

import com.pulumi.Context;
import java.util.Locale;
import java.util.Optional;

/**
 * What a stack may choose; Pulumi.yaml describes each and has the defaults.
 *
 * @param stack its own name, for what has to be unique in the account
 */
record Settings(
    String stack,
    String domain,
    String gatewayType,
    String image,
    int containerPort,
    String healthPath,
    String instanceType,
    int minServers,
    int maxServers,
    String databaseClass,
    int databaseStorage,
    Optional<String> alarmEmail,
    boolean deletionProtection) {

  Settings {
    if (minServers < Network.ZONES) {
      throw new IllegalArgumentException(
          "`minServers` is %d: fewer than one for each of %d zones"
              .formatted(minServers, Network.ZONES));
    }
    if (maxServers < minServers) {
      throw new IllegalArgumentException(
          "`maxServers` is %d: less than `minServers`, %d".formatted(maxServers, minServers));
    }
  }

  static Settings of(Context context) {
    var config = context.config();
    return new Settings(
        (context.projectName() + "-" + context.stackName())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-"),
        config.require("domain"),
        config.require("gatewayType"),
        config.require("image"),
        config.requireInteger("containerPort"),
        config.require("healthPath"),
        config.require("instanceType"),
        config.requireInteger("minServers"),
        config.requireInteger("maxServers"),
        config.require("databaseClass"),
        config.requireInteger("databaseStorage"),
        config.get("alarmEmail").filter(email -> !email.isBlank()),
        config.requireBoolean("deletionProtection"));
  }
}
