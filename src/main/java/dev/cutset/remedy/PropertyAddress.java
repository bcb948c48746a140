package dev.cutset.remedy;

import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One place in the properties of a resource, each element of a list told apart; as a text the way
 * Pulumi writes it: {@code aliases[0].evaluateTargetHealth}.
 */
public record PropertyAddress(List<Step> steps) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][\\w$-]*");

  public PropertyAddress {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !(steps.get(0) instanceof Key)) {
      throw new IllegalArgumentException("an address begins with the name of a property");
    }
  }

  /** One step towards the place. */
  public sealed interface Step {}

  /** Into the field of an object. */
  public record Key(String name) implements Step {}

  /** Into an element of a list, counted from zero. */
  public record Index(int position) implements Step {}

  /** The place of names one within the other. */
  public static PropertyAddress of(String... names) {
    List<Step> steps = new ArrayList<>();
    for (String name : names) {
      steps.add(new Key(name));
    }
    return new PropertyAddress(steps);
  }

  /** The same place where names are others. */
  public PropertyAddress renamed(UnaryOperator<String> names) {
    List<Step> renamed = new ArrayList<>();
    for (Step step : steps) {
      renamed.add(step instanceof Key key ? new Key(names.apply(key.name())) : step);
    }
    return new PropertyAddress(renamed);
  }

  /** What stands at the place in the properties of a resource; empty when nothing does. */
  public Optional<Value> in(Value.Fields properties) {
    Value at = properties;
    for (Step step : steps) {
      if (step instanceof Key key && at instanceof Value.Fields fields) {
        at = fields.values().getOrDefault(key.name(), Value.NULL);
      } else if (step instanceof Index index
          && at instanceof Value.Items items
          && index.position() < items.values().size()) {
        at = items.values().get(index.position());
      } else {
        return Optional.empty();
      }
    }
    return at instanceof Value.Null ? Optional.empty() : Optional.of(at);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Index index) {
        text.append('[').append(index.position()).append(']');
      } else if (step instanceof Key key && PLAIN.matcher(key.name()).matches()) {
        text.append(text.isEmpty() ? "" : ".").append(key.name());
      } else if (step instanceof Key key) {
        text.append("[\"").append(key.name().replace("\\", "\\\\").replace("\"", "\\\""));
        text.append("\"]");
      }
    }
    return text.toString();
  }
}
