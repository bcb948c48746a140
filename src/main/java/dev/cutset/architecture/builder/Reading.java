package dev.cutset.architecture.builder;

import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.Condition;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads properties, and says what can be said of conditions on them. */
final class Reading {

  /** A truth that may not be known yet. */
  enum Truth {
    YES,
    NO,
    MAYBE
  }

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Map<String, Pattern> patterns = new HashMap<>();

  /** The values at a path, or else the provider's default. */
  List<Value> values(Known known, PropertyPath path) {
    List<Value> values = path.in(known.resource());
    Value otherwise = known.type().defaults().get(path);
    return values.isEmpty() && otherwise != null ? List.of(otherwise) : values;
  }

  /** The first text at a path, where it is known. */
  Optional<String> text(Known known, PropertyPath path) {
    return values(known, path).stream().flatMap(value -> asText(value).stream()).findFirst();
  }

  static Optional<String> asText(Value value) {
    if (value instanceof Value.Text text) {
      return Optional.of(text.value());
    } else if (value instanceof Value.Num number) {
      return Optional.of(
          number.value() == Math.rint(number.value())
              ? Long.toString((long) number.value())
              : Double.toString(number.value()));
    } else if (value instanceof Value.Bool bool) {
      return Optional.of(Boolean.toString(bool.value()));
    }
    return Optional.empty();
  }

  static OptionalDouble asNumber(Value value) {
    if (value instanceof Value.Num number) {
      return OptionalDouble.of(number.value());
    } else if (value instanceof Value.Text text && NUMBER.matcher(text.value()).matches()) {
      return OptionalDouble.of(Double.parseDouble(text.value()));
    }
    return OptionalDouble.empty();
  }

  /** Whether all conditions hold. */
  Truth holds(Known known, List<Condition> conditions) {
    Truth all = Truth.YES;
    for (Condition condition : conditions) {
      Truth one = holds(known, condition);
      if (one == Truth.NO) {
        return Truth.NO;
      }
      all = one == Truth.MAYBE ? Truth.MAYBE : all;
    }
    return all;
  }

  private Truth holds(Known known, Condition condition) {
    return holds(values(known, condition.path()), condition.test());
  }

  /** Whether the values found at a path pass a test. */
  Truth holds(List<Value> values, Condition.Test test) {
    if (test instanceof Condition.Present) {
      return values.isEmpty() ? Truth.NO : Truth.YES;
    } else if (test instanceof Condition.Absent) {
      return values.isEmpty() ? Truth.YES : Truth.NO;
    }
    if (test instanceof Condition.NoneOf noneOf) {
      return switch (holds(values, new Condition.OneOf(noneOf.values()))) {
        case YES -> Truth.NO;
        case NO -> Truth.YES;
        case MAYBE -> Truth.MAYBE;
      };
    }
    if (values.stream().anyMatch(value -> passes(value, test))) {
      return Truth.YES;
    }
    return values.stream().anyMatch(Value::opaque) ? Truth.MAYBE : Truth.NO;
  }

  private boolean passes(Value value, Condition.Test test) {
    if (test instanceof Condition.OneOf oneOf) {
      Optional<String> text = asText(value);
      return text.isPresent()
          && oneOf.values().stream()
              .flatMap(wanted -> asText(wanted).stream())
              .anyMatch(wanted -> wanted.equalsIgnoreCase(text.get()));
    } else if (test instanceof Condition.AtLeast atLeast) {
      OptionalDouble number = asNumber(value);
      return number.isPresent() && number.getAsDouble() >= atLeast.least();
    } else if (test instanceof Condition.Matches matches) {
      return asText(value).map(text -> pattern(matches).matcher(text).find()).orElse(false);
    }
    return false;
  }

  private Pattern pattern(Condition.Matches matches) {
    return patterns.computeIfAbsent(matches.pattern(), Pattern::compile);
  }
}
