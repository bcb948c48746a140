package dev.cutset.catalog;

import dev.cutset.stack.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Says what can be said of conditions, given the values at their paths; for one thread. */
public final class ConditionTester {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Map<String, Pattern> patterns = new HashMap<>();

  /** What a value says as a text; empty for what is no text, number or truth value. */
  public static Optional<String> asText(Value value) {
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

  /** What a value says as a number, which may be written as a text. */
  public static OptionalDouble asNumber(Value value) {
    if (value instanceof Value.Num number) {
      return OptionalDouble.of(number.value());
    } else if (value instanceof Value.Text text && NUMBER.matcher(text.value()).matches()) {
      return OptionalDouble.of(Double.parseDouble(text.value()));
    }
    return OptionalDouble.empty();
  }

  /** Whether the values found at a path pass a test. */
  public Truth holds(List<Value> values, Condition.Test test) {
    if (test instanceof Condition.Present) {
      return isNothing(values) ? Truth.NO : Truth.YES;
    } else if (test instanceof Condition.Absent) {
      return isNothing(values) ? Truth.YES : Truth.NO;
    }
    if (test instanceof Condition.NoneOf noneOf) {
      return switch (holds(values, new Condition.OneOf(noneOf.values()))) {
        case YES -> Truth.NO;
        case NO -> Truth.YES;
        case MAYBE -> Truth.MAYBE;
      };
    }
    boolean passed =
        test instanceof Condition.Elements elements
            ? values.size() >= elements.least()
            : values.stream().anyMatch(value -> passes(value, test));
    if (passed) {
      return Truth.YES;
    }
    return values.stream().anyMatch(Value::opaque) ? Truth.MAYBE : Truth.NO;
  }

  /** Whether a value is the wanted one; texts are compared without regard to case. */
  public static boolean same(Value value, Value wanted) {
    Optional<String> text = asText(value);
    return text.isPresent()
        && asText(wanted).filter(other -> other.equalsIgnoreCase(text.get())).isPresent();
  }

  /** Providers write what nobody set as an empty text into a state. */
  private static boolean isNothing(List<Value> values) {
    for (Value value : values) {
      if (!(value instanceof Value.Text text && text.value().isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(Value value, Condition.Test test) {
    if (test instanceof Condition.OneOf oneOf) {
      return oneOf.values().stream().anyMatch(wanted -> same(value, wanted));
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
