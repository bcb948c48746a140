package cluster;

import com.pulumi.Config;
import com.pulumi.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a stack may choose; Pulumi.yaml describes each and has the defaults.
 *
 * @param name tells this stack's things from those of other stacks in the account
 * @param zones the full names of the zones; given by letter, so that a zone that AWS opens later
 *     does not move what is here
 */
record Settings(
    String name,
    String region,
    List<String> zones,
    int nodes,
    String nodeType,
    String image,
    int port,
    String healthPath,
    Optional<String> certificateArn) {

  Settings {
    zones = List.copyOf(zones);
    // It also begins the names of image repositories.
    if (!name.matches("[a-z0-9]+([-._][a-z0-9]+)*") || name.length() > 30) {
      throw new IllegalArgumentException(
          "project and stack make the name `%s`: want at most 30 small letters, digits and dashes"
              .formatted(name));
    }
    // An even number is worse than one less: four nodes need three, so they bear one loss, as
    // three.
    if (nodes != 3 && nodes != 5) {
      throw new IllegalArgumentException("`nodes` is %d: want 3 or 5".formatted(nodes));
    }
    // In two zones one of them has the majority, and its loss takes the other along.
    if (zones.size() < 3 || zones.size() > nodes) {
      throw new IllegalArgumentException(
          "`zones` names %d: want at least three, and no more than %d nodes"
              .formatted(zones.size(), nodes));
    }
    if (zones.stream().distinct().count() < zones.size()) {
      throw new IllegalArgumentException("`zones` names one twice: " + String.join(", ", zones));
    }
  }

  static Settings of(Context context) {
    Config own = context.config();
    String region = context.config("aws").require("region");
    return new Settings(
        context.projectName() + "-" + context.stackName(),
        region,
        Stream.of(own.require("zones").split(",")).map(letter -> region + letter.strip()).toList(),
        own.requireInteger("nodes"),
        own.require("nodeType"),
        own.require("image"),
        own.requireInteger("port"),
        own.require("healthPath"),
        own.get("certificateArn").filter(arn -> !arn.isBlank()));
  }
}
