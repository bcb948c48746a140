package dev.cutset.pulumi.pack;

import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationException.Mistake;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.config.PolicySetting;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code PulumiPolicy.yaml} of a policy pack: whoever keeps the pack for others sets its
 * policies there, under {@code policies} as in a {@code cutset.yaml}.
 */
final class PackFile {
  private static final String NAME = "PulumiPolicy.yaml";
  private static final Pattern SECTION = Pattern.compile("[^\\s#].*");
  private static final Pattern POLICIES = Pattern.compile("([\"']?)policies\\1\\s*:.*");

  private PackFile() {}

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /** What it says of policies; nothing where there is none. */
  static Map<String, PolicySetting> read(Path folder) throws ConfigurationException {
    Path file = folder.resolve(NAME);
    if (!isIn(folder)) {
      return Map.of();
    }
    List<String> ids = PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id).toList();
    try {
      return new ConfigurationReader(ids)
          .read(policies(Files.readString(file)), file.toString())
          .policies();
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(
              new Mistake(
                  file.toString(), 0, 0, "cannot be read", "check that it may be read, as UTF-8")));
    }
  }

  /** The part about policies; the engine's own is left blank, so that mistakes keep their lines. */
  private static String policies(String text) {
    StringBuilder kept = new StringBuilder();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (SECTION.matcher(line).matches()) {
        inside = POLICIES.matcher(line).matches();
      }
      kept.append(inside ? line : "").append('\n');
    }
    return kept.toString();
  }
}
