package dev.cutset.config;

import dev.cutset.stack.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a function of a provider returns.
 *
 * @param function its token, such as {@code aws:ec2/getAmi:getAmi}; {@code aws:ec2:getAmi} is the
 *     same
 * @param with the arguments for which it does; others may have any value
 * @param returns results by name; what the function returns beside them stays as it was
 */
public record LookupAnswer(String function, Map<String, Value> with, Map<String, Value> returns) {

  public LookupAnswer {
    if (simple(function).isEmpty()) {
      throw new IllegalArgumentException("`" + function + "` is no token of a function");
    }
    with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
    returns = Collections.unmodifiableMap(new LinkedHashMap<>(returns));
  }

  /** Whether it answers a function that is called with these arguments. */
  public boolean answers(String token, Map<String, Value> arguments) {
    return simple(token).equals(simple(function))
        && with.entrySet().stream()
            .allMatch(
                entry ->
                    arguments.getOrDefault(entry.getKey(), Value.NULL).equals(entry.getValue()));
  }

  /** Tokens name their module in a long form and in a short one; this is the short one. */
  static Optional<String> simple(String token) {
    String[] parts = token.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      return Optional.empty();
    }
    String name = parts[parts.length - 1];
    String module = parts.length == 2 ? "index" : parts[1].replaceFirst("/.*", "");
    return parts[0].isBlank() || module.isBlank() || name.isBlank()
        ? Optional.empty()
        : Optional.of(parts[0] + ":" + module + ":" + name);
  }
}
