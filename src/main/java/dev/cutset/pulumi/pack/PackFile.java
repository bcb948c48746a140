package dev.cutset.pulumi.pack;

import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationException.Mistake;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.config.KnownPolicies;
import dev.cutset.config.OwnRules;
import dev.cutset.config.PolicySetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code PulumiPolicy.yaml} of a policy pack: whoever keeps the pack for others sets its
 * policies there, under {@code policies} as in a {@code cutset.yaml}, and names further ones under
 * {@code rules}.
 */
final class PackFile {
  private static final String NAME = "PulumiPolicy.yaml";
  private static final Pattern SECTION = Pattern.compile("[^\\s#].*");
  private static final Pattern OURS = Pattern.compile("([\"']?)(policies|rules)\\1\\s*:.*");

  private PackFile() {}

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /**
   * What it says of policies; nothing where there is none.
   *
   * @param policies those that it may speak of
   */
  static Map<String, PolicySetting> read(Path folder, KnownPolicies policies)
      throws ConfigurationException {
    return isIn(folder)
        ? new ConfigurationReader(policies)
            .read(ours(folder), folder.resolve(NAME).toString())
            .policies()
        : Map.of();
  }

  /** Where it says that further policies are. */
  static List<OwnRules> rules(Path folder) throws ConfigurationException {
    return isIn(folder)
        ? ConfigurationReader.rules(ours(folder), folder.resolve(NAME).toString())
        : List.of();
  }

  private static String ours(Path folder) throws ConfigurationException {
    Path file = folder.resolve(NAME);
    try {
      return ours(Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(
              new Mistake(
                  file.toString(), 0, 0, "cannot be read", "check that it may be read, as UTF-8")));
    }
  }

  /** The part about policies; the engine's own is left blank, so that mistakes keep their lines. */
  private static String ours(String text) {
    StringBuilder kept = new StringBuilder();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (SECTION.matcher(line).matches()) {
        inside = OURS.matcher(line).matches();
      }
      kept.append(inside ? line : "").append('\n');
    }
    return kept.toString();
  }
}
