package dev.cutset.gate;

import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.config.Configuration;
import dev.cutset.config.Prices;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Fix;
import dev.cutset.policy.FixPlan;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out which properties to set so that a stack reaches its target, and leaves out what it does
 * not take.
 *
 * <p>It makes every fix that a finding proposes until nothing new is proposed, and then takes back
 * one after the other what is not needed, the dearest first. Every step is judged by the gate
 * itself, on the stack as it would be: nothing is claimed that was not judged. None of the fixes
 * that are left can be left out; that no other choice is smaller is not claimed.
 */
public final class FixPlanner {
  /** A fix can bring another finding to light; each round mends one such layer. */
  private static final int ROUNDS = 20;

  private final Gate gate;
  private final Stack stack;
  private final Configuration configuration;

  public FixPlanner(Gate gate, Stack stack, Configuration configuration) {
    this.gate = gate;
    this.stack = stack;
    this.configuration = configuration;
  }

  /** The stack with some steps taken, judged. */
  private record Trial(Judgement judgement, int copies) {

    /** What is to be mended, by what makes it the same when it is found again. */
    Map<String, Finding> goals() {
      Map<String, Scope> targets = new LinkedHashMap<>();
      for (JudgedEntryPoint entry : judgement.entryPoints()) {
        targets.merge(
            entry.name(), entry.target(), (one, other) -> one.compareTo(other) > 0 ? one : other);
      }
      Map<String, Finding> goals = new LinkedHashMap<>();
      for (Finding finding : judgement.findings()) {
        boolean open =
            finding.verdict() == Verdict.UNKNOWN
                && finding.entryPoints().stream()
                    .map(name -> targets.getOrDefault(name, judgement.target()))
                    .anyMatch(target -> finding.scope().compareTo(target) <= 0);
        if (finding.blocks() || open) {
          goals.put(finding.fingerprint(), finding);
        }
      }
      return goals;
    }
  }

  /** The stack as it would be with a fix. */
  public static Stack with(Stack stack, Fix fix) {
    return FixStep.applied(stack, List.of(new FixStep(fix.urn(), fix.changes())));
  }

  public FixPlan plan(Prices prices) {
    Trial before = trial(Set.of());
    Set<FixStep> steps = allThatHelp(before);
    Trial best = trial(steps);
    Map<FixStep, Trial> without = without(steps);
    Set<FixStep> needed = needed(steps, best, without);
    if (needed.size() < steps.size()) {
      without = without(needed);
    }
    Trial after = trial(needed);
    List<Fix> fixes = new ArrayList<>();
    for (FixStep step : needed) {
      fixes.add(fix(step, after, trialOf(without, step), prices));
    }
    fixes.sort(ORDER);
    return new FixPlan(
        before.judgement(),
        after.judgement(),
        fixes,
        List.copyOf(after.goals().values()),
        after.copies() - before.copies(),
        prices.currency());
  }

  /** Most gain for the cost first; what costs nothing before all, what is made anew last. */
  private static final Comparator<Fix> ORDER =
      Comparator.comparing(Fix::replaces)
          .thenComparing(fix -> fix.price().isEmpty())
          .thenComparing(FixPlanner::gainOverCost, Comparator.reverseOrder())
          .thenComparingInt(fix -> -fix.mends().size())
          .thenComparing(Fix::urn)
          .thenComparing(fix -> fix.changes().get(0).property().toString());

  private static double gainOverCost(Fix fix) {
    return fix.mends().size() / fix.price().orElse(fix.copies());
  }

  private Set<FixStep> allThatHelp(Trial before) {
    Set<FixStep> steps = new LinkedHashSet<>();
    Trial now = before;
    for (int round = 0; round < ROUNDS; round++) {
      int known = steps.size();
      for (Finding goal : now.goals().values()) {
        steps.addAll(FixStep.of(goal.patch()));
      }
      if (steps.size() == known) {
        return steps;
      }
      now = trial(steps);
    }
    return steps;
  }

  private Map<FixStep, Trial> without(Set<FixStep> steps) {
    Map<FixStep, Trial> trials = new LinkedHashMap<>();
    for (FixStep step : steps) {
      trials.put(step, trial(less(steps, step)));
    }
    return trials;
  }

  /** What is needed while all else is there is needed anyhow; the rest is tried in turn. */
  private Set<FixStep> needed(Set<FixStep> steps, Trial best, Map<FixStep, Trial> without) {
    Set<String> goals = best.goals().keySet();
    List<FixStep> doubtful =
        steps.stream()
            .filter(step -> goals.containsAll(trialOf(without, step).goals().keySet()))
            .sorted(
                Comparator.comparing((FixStep step) -> !step.replaces())
                    .thenComparingInt(step -> trialOf(without, step).copies()))
            .toList();
    Set<FixStep> needed = new LinkedHashSet<>(steps);
    for (FixStep step : doubtful) {
      Set<FixStep> fewer = less(needed, step);
      if (goals.containsAll(trial(fewer).goals().keySet())) {
        needed = fewer;
      }
    }
    return needed;
  }

  private static Trial trialOf(Map<FixStep, Trial> trials, FixStep step) {
    Trial trial = trials.get(step);
    if (trial == null) {
      throw new IllegalStateException("a step that was not tried");
    }
    return trial;
  }

  private static Set<FixStep> less(Set<FixStep> steps, FixStep step) {
    return steps.stream()
        .filter(other -> !other.equals(step))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Trial trial(Set<FixStep> steps) {
    Inspection inspection = gate.inspect(FixStep.applied(stack, steps), configuration);
    int copies =
        inspection.architecture().components().values().stream()
            .mapToInt(component -> component.replicas().size())
            .sum();
    return new Trial(inspection.judgement(), copies);
  }

  private Fix fix(FixStep step, Trial after, Trial without, Prices prices) {
    Map<String, Finding> mended = new LinkedHashMap<>(without.goals());
    mended.keySet().removeAll(after.goals().keySet());
    int copies = Math.max(0, after.copies() - without.copies());
    Resource resource = step.resource(stack);
    String type = resource.type();
    OptionalDouble each = prices.of(step.urn(), type);
    OptionalDouble price =
        copies == 0
            ? OptionalDouble.of(0)
            : each.isPresent()
                ? OptionalDouble.of(copies * each.getAsDouble())
                : OptionalDouble.empty();
    return new Fix(
        step.urn(),
        type,
        step.changes().stream().map(change -> change.of(was(resource, change))).toList(),
        List.copyOf(mended.values()),
        copies,
        prices.equals(Prices.NONE) ? OptionalDouble.empty() : price);
  }

  /** A step can have been proposed on top of another that was not needed. */
  private static Optional<Value> was(Resource resource, PropertyChange change) {
    return change.property().in(new Value.Fields(resource.inputs()));
  }
}
