package dev.cutset.pulumi.host;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program finds around it: what every process needs, which regions providers are asked for,
 * and what the engine tells. Credentials are not among it, unless it is to get all that the host
 * has.
 */
final class ProgramEnvironment {
  private static final List<String> PASSED_ON =
      List.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "USERPROFILE",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "TZ",
          "TMPDIR",
          "TMP",
          "TEMP",
          "SystemRoot",
          "JAVA_HOME",
          "LD_LIBRARY_PATH");

  private final Map<String, String> environment;
  private final Project project;
  private final StackSettings settings;
  private final boolean besideEngine;

  /**
   * That of one program.
   *
   * @param environment of the host
   * @param besideEngine whether the program gets all of it, as it does from the engine
   */
  ProgramEnvironment(
      Map<String, String> environment,
      Project project,
      StackSettings settings,
      boolean besideEngine) {
    this.environment = environment;
    this.project = project;
    this.settings = settings;
    this.besideEngine = besideEngine;
  }

  /** How it hangs on this process: what the engine does at the same time comes first. */
  Leash leash() {
    return besideEngine ? Leash.BEHIND : Leash.TIED;
  }

  /** All that the host has. */
  Map<String, String> ofHost() {
    return environment;
  }

  /** The regions that it asks providers for. */
  Regions regions() {
    return new Regions(environment);
  }

  /** The JVM that Maven builds for, or else the one that runs here. */
  String java() {
    return java(environment);
  }

  static String java(Map<String, String> environment) {
    String home = environment.getOrDefault("JAVA_HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("java.home") : home, "bin", "java")
        .toString();
  }

  /**
   * All variables of the program.
   *
   * @param address where its host listens
   */
  Map<String, String> variables(String address) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    if (!besideEngine) {
      variables.keySet().retainAll(PASSED_ON);
      variables.putAll(regions().variables());
    }
    variables.put("PULUMI_MONITOR", address);
    variables.put("PULUMI_ENGINE", address);
    variables.put("PULUMI_PROJECT", project.name());
    variables.put("PULUMI_STACK", settings.stack());
    variables.put("PULUMI_ORGANIZATION", settings.organization());
    variables.put("PULUMI_ROOT_DIRECTORY", project.folder().toString());
    variables.put("PULUMI_DRY_RUN", "true");
    variables.put("PULUMI_CONFIG", ConfigText.json(settings.values()));
    variables.put("PULUMI_CONFIG_SECRET_KEYS", ConfigText.json(settings.secretKeys()));
    return variables;
  }
}
