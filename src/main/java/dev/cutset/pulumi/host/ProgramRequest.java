package dev.cutset.pulumi.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which program to run, and as which stack.
 *
 * @param folder the folder with its {@code Pulumi.yaml}
 * @param stack the stack's name; where nobody says it, the only one that has settings, or dev
 * @param config values that stand above the stack's settings, by key
 */
public record ProgramRequest(Path folder, Optional<String> stack, Map<String, String> config) {

  public ProgramRequest {
    config = Map.copyOf(config);
  }
}
