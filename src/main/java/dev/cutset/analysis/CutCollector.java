package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what single failures do into one cut for each cause. */
final class CutCollector {
  /**
   * Where several would do, what others share comes before what shares it, so that the first of a
   * cause does not depend on how things are named.
   */
  private static final Comparator<Component> DEEPEST_FIRST =
      (one, other) -> Integer.compare(depth(other), depth(one));

  private final Run kindest;
  private final Run harshest;
  private final FailureRegistry failures;
  private final Reach reach;
  private final Occasions.Order order;

  CutCollector(Run kindest, Run harshest, FailureRegistry failures) {
    this.kindest = kindest;
    this.harshest = harshest;
    this.failures = failures;
    this.reach = new Reach(kindest);
    this.order = new Occasions.Order(harshest);
  }

  @SuppressWarnings("EnumOrdinal") // roles stand in this order
  private static int depth(Component component) {
    Optional<Role> role = component.kind().role();
    return role.isPresent() ? role.get().ordinal() : -1;
  }

  /** A cause, as far as one entry point is concerned. */
  private record Key(List<Urn> cause, boolean confined) {
    String text() {
      return cause + " " + confined;
    }

    /** Written out, as in {@link Urn}. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && confined == key.confined && cause.equals(key.cause);
    }

    @Override
    public int hashCode() {
      return cause.hashCode() * 31 + Boolean.hashCode(confined);
    }
  }

  /** What one cause does to one entry point: the failures by which it does it. */
  private record Effect(int entryPoint, Key key, Verdict verdict, Occasions occasions) {}

  List<Cut> collect() {
    Map<String, List<Effect>> groups = new LinkedHashMap<>();
    for (Effect effect : effects()) {
      Failure smallest = order.smallest(effect.occasions());
      String cause = effect.key().confined() ? smallest.key() : effect.key().text();
      String group = cause + " " + effect.verdict() + " " + smallest.scope();
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(effect);
    }
    List<Cut> cuts = new ArrayList<>(groups.values().stream().map(this::cut).toList());
    cuts.sort(CutCollector::inOrder);
    return cuts;
  }

  private static int inOrder(Cut one, Cut other) {
    int order = one.verdict().compareTo(other.verdict());
    order = order != 0 ? order : one.scope().compareTo(other.scope());
    return order != 0 ? order : one.cause().get(0).compareTo(other.cause().get(0));
  }

  static int bySize(Failure one, Failure other) {
    int order = one.scope().compareTo(other.scope());
    return order != 0 ? order : one.key().compareTo(other.key());
  }

  private List<Effect> effects() {
    List<Effect> effects = new ArrayList<>();
    CauseFinders certain = new CauseFinders(kindest);
    CauseFinders possible = new CauseFinders(harshest);
    for (int entryPoint = 0; entryPoint < entryPoints().size(); entryPoint++) {
      int[] down = kindest.cutsOf(entryPoint);
      List<Effect> found = effects(entryPoint, Verdict.DOWN, numbered(down), certain);
      Map<Integer, Occasions.Most> maybe = uncertain(entryPoint, down, possible);
      List<Effect> unsure = effects(entryPoint, Verdict.UNKNOWN, maybe, possible);
      unsure.removeIf(effect -> isCovered(effect, found));
      effects.addAll(found);
      effects.addAll(unsure);
    }
    return effects;
  }

  private static Map<Integer, Occasions.Most> numbered(int[] failures) {
    Map<Integer, Occasions.Most> numbered = new LinkedHashMap<>();
    for (int failure : failures) {
      numbered.put(failure, new Occasions.Most(failure, Set.of()));
    }
    return numbered;
  }

  /**
   * The failures that may take an entry point down and do not do so for certain, each under its
   * number; those that one stands for, together with it, under the lowest number of theirs.
   */
  private Map<Integer, Occasions.Most> uncertain(
      int entryPoint, int[] certain, CauseFinders finders) {
    Map<Integer, Occasions.Most> found = new TreeMap<>();
    if (harshest == kindest) {
      return found;
    }
    for (int failure : harshest.cutsOf(entryPoint)) {
      if (Arrays.binarySearch(certain, failure) >= 0) {
        continue;
      }
      if (harshest.stoodForBy(failure).isEmpty()) {
        found.put(failure, new Occasions.Most(failure, Set.of()));
        continue;
      }
      int gate = harshest.graph().gateOfEntryPoint(entryPoint);
      Set<Integer> except = new HashSet<>(finders.of(failure).exceptions(gate));
      for (int other : certain) {
        except.add(other);
      }
      for (int other : except) {
        if (harshest.standIn(other) == failure && Arrays.binarySearch(certain, other) < 0) {
          found.put(other, new Occasions.Most(other, Set.of()));
        }
      }
      Occasions.Most others = new Occasions.Most(failure, except);
      found.put(order.lowest(others), others);
    }
    return found;
  }

  private List<Effect> effects(
      int entryPoint,
      Verdict verdict,
      Map<Integer, Occasions.Most> failures,
      CauseFinders finders) {
    Run run = verdict == Verdict.DOWN ? kindest : harshest;
    Map<Key, Occasions> byCause = new LinkedHashMap<>();
    int gate = run.graph().gateOfEntryPoint(entryPoint);
    for (Occasions.Most several : failures.values()) {
      int failure = several.standIn();
      for (Key key : causes(entryPoint, run, gate, failure, finders)) {
        Occasions occasions = byCause.computeIfAbsent(key, k -> new Occasions());
        if (run.stoodForBy(failure).isEmpty()) {
          occasions.add(failure);
        } else {
          occasions.add(several);
        }
      }
    }
    List<Effect> effects = new ArrayList<>();
    byCause.forEach((key, by) -> effects.add(new Effect(entryPoint, key, verdict, by)));
    return effects;
  }

  private Set<Key> causes(int entryPoint, Run run, int gate, int failure, CauseFinders finders) {
    Scope scope = failures.failure(failure).scope();
    if ((scope == Scope.REGION || scope == Scope.CLOUD)
        && reach.isConfined(entryPoint, failures.failure(failure))) {
      return Set.of(new Key(List.of(entryPoints().get(entryPoint).urn()), true));
    }
    Set<Key> keys = new LinkedHashSet<>();
    for (List<Integer> cause : finders.causes(failure, gate)) {
      List<Urn> components =
          cause.stream()
              .map(component -> run.graph().component(component))
              .sorted(DEEPEST_FIRST)
              .map(Component::id)
              .toList();
      keys.add(new Key(components, false));
    }
    return keys;
  }

  /** Whether an uncertain effect says nothing beyond the certain ones. */
  private boolean isCovered(Effect unsure, List<Effect> certain) {
    Scope scope = order.smallest(unsure.occasions()).scope();
    Set<Urn> blamed = new LinkedHashSet<>();
    for (Effect effect : certain) {
      if (order.smallest(effect.occasions()).scope().compareTo(scope) <= 0) {
        if (effect.key().equals(unsure.key())) {
          return true;
        }
        if (effect.key().cause().size() == 1) {
          blamed.addAll(effect.key().cause());
        }
      }
    }
    return blamed.containsAll(unsure.key().cause());
  }

  private Cut cut(List<Effect> effects) {
    Effect first = effects.get(0);
    Failure failure = order.smallest(first.occasions());
    boolean zonesAreLarger = failure.scope().compareTo(Scope.ZONE) < 0;
    List<Failure> larger =
        effects.stream()
            .map(Effect::occasions)
            // What is not listed is zones.
            .flatMap(by -> (zonesAreLarger ? order.all(by) : by.listed()).stream())
            .distinct()
            .map(failures::failure)
            .filter(other -> other.scope().compareTo(failure.scope()) > 0)
            .sorted(CutCollector::bySize)
            .toList();
    List<EntryPoint> entryPoints =
        effects.stream().map(effect -> entryPoints().get(effect.entryPoint())).toList();
    return new Cut(
        first.verdict(),
        failure.scope(),
        failure,
        first.key().cause(),
        first.key().confined(),
        entryPoints,
        larger,
        reach.regionsOutside(first.entryPoint(), failure));
  }

  private List<EntryPoint> entryPoints() {
    return kindest.architecture().entryPoints();
  }
}
