package dev.cutset.pulumi.host;

import dev.cutset.stack.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack that a program may refer to.
 *
 * @param name {@code organization/project/stack}, or its last one or two parts
 * @param outputs all of its outputs; empty where nothing is known of them
 */
public record OtherStack(String name, Optional<Map<String, Value>> outputs) {

  public OtherStack {
    outputs = outputs.map(all -> Collections.unmodifiableMap(new LinkedHashMap<>(all)));
  }

  /** Whether its name is the whole name of a stack, or the end of it. */
  boolean isMeantBy(String fullName) {
    return ("/" + fullName).endsWith("/" + name);
  }

  /** How much of a whole name its name says. */
  int parts() {
    return List.of(name.split("/", -1)).size();
  }
}
