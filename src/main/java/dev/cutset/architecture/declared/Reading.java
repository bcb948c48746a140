package dev.cutset.architecture.declared;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.catalog.Condition;
import dev.cutset.catalog.ConditionTester;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads properties, and says what can be said of conditions on them. */
public final class Reading {
  /** By which resources of all clouds tell their region, where they do. */
  public static final List<PropertyPath> REGIONS =
      List.of(PropertyPath.of("region"), PropertyPath.of("location"));

  private final ConditionTester tester = new ConditionTester();

  private final Inheritance inheritance;

  public Reading(Declared declared, References references) {
    this.inheritance = new Inheritance(declared, references);
  }

  /** The values at a path, those that it has from another resource, or the provider's default. */
  public List<Value> values(Known known, PropertyPath path) {
    List<Value> values = path.in(known.resource());
    if (values.isEmpty()) {
      values = inheritance.values(known, path);
    }
    Value otherwise = known.type().defaults().get(path);
    return values.isEmpty() && otherwise != null ? List.of(otherwise) : values;
  }

  /** The first text at a path, where it is known. */
  public Optional<String> text(Known known, PropertyPath path) {
    return values(known, path).stream().flatMap(value -> asText(value).stream()).findFirst();
  }

  public static Optional<String> asText(Value value) {
    return ConditionTester.asText(value);
  }

  public static OptionalDouble asNumber(Value value) {
    return ConditionTester.asNumber(value);
  }

  /** Whether all conditions hold. */
  public Truth holds(Known known, List<Condition> conditions) {
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
    boolean asksForPresence =
        condition.test() instanceof Condition.Present
            || condition.test() instanceof Condition.Absent;
    return asksForPresence && isWithinUnknown(known, condition.path())
        ? Truth.MAYBE
        : tester.holds(values(known, condition.path()), condition.test());
  }

  /** Whether all conditions hold of a part of a resource, to which their paths lead. */
  public Truth holds(Value part, List<Condition> conditions) {
    Truth all = Truth.YES;
    for (Condition condition : conditions) {
      Truth one = tester.holds(condition.path().within(part), condition.test());
      if (one == Truth.NO) {
        return Truth.NO;
      }
      all = one == Truth.MAYBE ? Truth.MAYBE : all;
    }
    return all;
  }

  /**
   * What is set to something unknown is there; what a block holds that is unknown may not be. A
   * block with an edge was set by somebody, although nothing shows how.
   */
  private static boolean isWithinUnknown(Known known, PropertyPath path) {
    if (path.steps().size() < 2) {
      return false;
    }
    String block = path.property();
    Value made = known.resource().outputs().get(block);
    return known.resource().property(block).filter(Value::opaque).isPresent()
        || (made != null
            && made.opaque()
            && known.resource().propertyDependencies().containsKey(block));
  }
}
