package dev.cutset.remedy;

import dev.cutset.catalog.Condition;
import dev.cutset.catalog.ConditionTester;
import dev.cutset.catalog.Patch;
import dev.cutset.catalog.Patch.Becoming;
import dev.cutset.catalog.ResourceType;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tries patches on the properties of one resource. */
final class Attempt {
  private final ResourceType type;
  private final Value.Fields properties;
  private final ConditionTester tester = new ConditionTester();

  Attempt(ResourceType type, Value.Fields properties) {
    this.type = type;
    this.properties = properties;
  }

  /**
   * The changes that a patch asks for; none when it does not apply, when all is well already, or
   * when one of its properties holds what cannot be read: half a patch may be worse than none.
   */
  List<PropertyChange> changes(Patch patch, String policy) {
    if (!patch.when().stream().allMatch(condition -> holds(condition) == Truth.YES)
        || patch.unless().stream().anyMatch(condition -> holds(condition) == Truth.YES)) {
      return List.of();
    }
    List<PropertyChange> changes = new ArrayList<>();
    for (Map.Entry<PropertyPath, Becoming> entry : patch.set().entrySet()) {
      List<Site> sites = Site.of(entry.getKey(), properties);
      if (sites.isEmpty() && !entry.getValue().ifPresent()) {
        return List.of();
      }
      for (Site site : sites) {
        Step step = step(site, entry.getKey(), entry.getValue());
        if (!step.possible()) {
          return List.of();
        }
        if (step.to().isPresent()) {
          changes.add(
              new PropertyChange(
                  site.address(),
                  site.value(),
                  step.to().get(),
                  policy,
                  patch.replaces(),
                  patch.why()));
        }
      }
    }
    return changes;
  }

  /**
   * What a patch does at one place.
   *
   * @param possible whether what is there is something that it may replace, or can stay
   * @param to what it becomes, unless it stays
   */
  private record Step(boolean possible, Optional<Value> to) {
    static final Step KEPT = new Step(true, Optional.empty());
    static final Step BLOCKED = new Step(false, Optional.empty());

    static Step changed(Value to) {
      return new Step(true, Optional.of(to));
    }
  }

  private Truth holds(Condition condition) {
    List<Value> values = condition.path().within(properties);
    Value otherwise = type.defaults().get(condition.path());
    return tester.holds(
        values.isEmpty() && otherwise != null ? List.of(otherwise) : values, condition.test());
  }

  private Step step(Site site, PropertyPath path, Becoming becoming) {
    if (site.value().isEmpty() && becoming.ifPresent()) {
      return Step.KEPT;
    }
    Optional<Value> value = site.value().or(() -> Optional.ofNullable(type.defaults().get(path)));
    if (becoming instanceof Patch.AtLeast atLeast) {
      return raised(value, atLeast.least());
    }
    return exactly(value, (Patch.Exactly) becoming);
  }

  private static Step raised(Optional<Value> value, int least) {
    if (value.isEmpty()) {
      return Step.changed(Value.of(least));
    }
    OptionalDouble number = ConditionTester.asNumber(value.get());
    if (number.isEmpty()) {
      return Step.BLOCKED;
    }
    return number.getAsDouble() >= least ? Step.KEPT : Step.changed(Value.of(least));
  }

  private static Step exactly(Optional<Value> value, Patch.Exactly exactly) {
    if (value.isEmpty()) {
      return Step.changed(exactly.value());
    }
    if (ConditionTester.same(value.get(), exactly.value())) {
      return Step.KEPT;
    }
    boolean less = exactly.from().stream().anyMatch(old -> ConditionTester.same(value.get(), old));
    return less ? Step.changed(exactly.value()) : Step.BLOCKED;
  }
}
