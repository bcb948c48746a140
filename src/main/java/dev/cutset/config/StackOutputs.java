package dev.cutset.config;

import dev.cutset.stack.Value;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the outputs of another stack are known from. */
public sealed interface StackOutputs {

  /** The team has written them down; what is left open is unknown, what is secret is only that. */
  record Written(Map<String, Value> outputs) implements StackOutputs {
    public Written {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /**
   * They are in a file of that stack.
   *
   * @param place where the configuration says so
   */
  record From(Path file, Place place) implements StackOutputs {}
}
