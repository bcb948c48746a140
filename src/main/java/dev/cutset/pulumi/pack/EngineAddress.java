package dev.cutset.pulumi.pack;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where the engine listens among the arguments of the plugin. */
final class EngineAddress {
  private static final Pattern ADDRESS = Pattern.compile("[^/\\s:]+:\\d{1,5}");

  /** The option whose value can look like an address too. */
  private static final String TRACING = "--tracing";

  private EngineAddress() {}

  static Optional<String> among(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals(TRACING)) {
        i++;
      } else if (ADDRESS.matcher(arguments[i]).matches()) {
        return Optional.of(arguments[i]);
      }
    }
    return Optional.empty();
  }
}
