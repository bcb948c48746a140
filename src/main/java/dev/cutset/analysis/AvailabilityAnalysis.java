package dev.cutset.analysis;

import dev.cutset.analysis.Availability.Cost;
import dev.cutset.analysis.Availability.Range;
import dev.cutset.analysis.Availability.Used;
import dev.cutset.analysis.Figures.Figure;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Replica;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of the time each entry point is down, from how much of the time things fail by
 * themselves.
 *
 * <p>Failures are taken to be independent of each other; what fails together does so because it
 * lies in one domain or needs one thing, and that is counted exactly. Where values are not known
 * yet, or figures are ranges, both ends are worked out: a system is never better for a part that is
 * worse.
 */
public final class AvailabilityAnalysis {
  private static final int MOST_COSTS = 10;

  /** Costs that differ by less do so by rounding; half a minute in a million years. */
  private static final double ALIKE = 1e-12;

  private final Analysis analysis;
  private final Figures figures;
  private final int limit;
  private final IdentityHashMap<Component, Optional<Figure>> figureOf = new IdentityHashMap<>();
  private final Map<String, Double> anyZoneOf = new HashMap<>();

  public AvailabilityAnalysis(Analysis analysis, Figures figures) {
    this(analysis, figures, 300_000);
  }

  /**
   * The same with a bound of its own.
   *
   * @param limit the most nodes of a diagram; what needs more is bounded and not exact
   */
  AvailabilityAnalysis(Analysis analysis, Figures figures, int limit) {
    this.analysis = analysis;
    this.figures = figures;
    this.limit = limit;
  }

  public List<Availability> entryPoints() {
    List<Availability> all = new ArrayList<>();
    for (int i = 0; i < analysis.entryPoints().size(); i++) {
      all.add(entryPoint(i));
    }
    return all;
  }

  private Availability entryPoint(int index) {
    EntryPoint entryPoint = analysis.entryPoints().get(index);
    DownTime best = new DownTime(analysis.run(Verdict.DOWN), index, limit);
    boolean settled = analysis.run(Verdict.UNKNOWN) == analysis.run(Verdict.DOWN);
    DownTime worst = settled ? best : new DownTime(analysis.run(Verdict.UNKNOWN), index, limit);
    double[] least = chances(best, true);
    double[] most = chances(worst, false);
    Range down = new Range(best.least(least), worst.most(most));
    List<Cost> costs =
        best.isExact() && worst.isExact() ? costs(best, worst, least, most, down) : List.of();
    return new Availability(entryPoint, down, best.isExact() && worst.isExact(), costs, used(best));
  }

  private List<Used> used(DownTime time) {
    List<Used> used = new ArrayList<>();
    for (Failure domain : time.events().domains().stream().filter(one -> !isOpen(one)).toList()) {
      used.add(new Used(domain.kind() + " " + domain.name(), true, figures.domain(domain)));
    }
    for (Component component : time.components()) {
      figure(component)
          .ifPresent(figure -> used.add(new Used(component.kind().name(), false, figure)));
    }
    return used;
  }

  private List<Cost> costs(
      DownTime best, DownTime worst, double[] least, double[] most, Range down) {
    Map<Urn, Component> others =
        worst.components().stream().collect(Collectors.toMap(Component::id, one -> one));
    List<Cost> costs = new ArrayList<>();
    Set<Urn> dearest = dearest(worst, most);
    for (Component component : best.components()) {
      Optional<Figure> figure = figure(component);
      if (figure.isPresent() && dearest.contains(component.id())) {
        Component other = others.getOrDefault(component.id(), component);
        double without = best.least(best.events().without(component, least));
        double withoutAtWorst = worst.most(worst.events().without(other, most));
        costs.add(
            new Cost(
                component,
                figure.get(),
                (int) component.replicas().stream().filter(Replica::failsAlone).count(),
                new Range(
                    Math.max(0, down.best() - without),
                    Math.max(0, down.worst() - withoutAtWorst))));
      }
    }
    costs.sort(
        Comparator.comparingLong((Cost cost) -> rank(cost.cost().worst()))
            .thenComparing(cost -> cost.component().id()));
    return costs.stream().filter(cost -> cost.cost().worst() > 0).limit(MOST_COSTS).toList();
  }

  /**
   * The components among which the dearest are. What one event costs is known for all events at
   * once; of those that fail by more, each has to be looked at.
   */
  private static Set<Urn> dearest(DownTime time, double[] chances) {
    double[] costs = time.costs(chances);
    Set<Urn> dearest = new HashSet<>();
    Map<Urn, Double> single = new HashMap<>();
    for (Component component : time.components()) {
      List<Integer> events = time.events().of(component);
      if (events.size() == 1) {
        single.put(component.id(), costs[events.get(0)]);
      } else {
        dearest.add(component.id());
      }
    }
    single.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Urn, Double> one) -> rank(one.getValue()))
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_COSTS)
        .forEach(one -> dearest.add(one.getKey()));
    return dearest;
  }

  /** The dearer, the lower. */
  private static long rank(double cost) {
    return -Math.round(cost / ALIKE);
  }

  private Optional<Figure> figure(Component component) {
    return figureOf.computeIfAbsent(component, this::looked);
  }

  private Optional<Figure> looked(Component component) {
    if (component.replicas().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        component.replicas().stream().anyMatch(Replica::failsAlone)
            ? figures.copy(component)
            : figures.service(component));
  }

  private double[] chances(DownTime time, boolean best) {
    return time.events()
        .chances(
            failure -> domain(failure, best),
            component -> figure(component).map(figure -> end(figure, best)).orElse(0.0));
  }

  /**
   * A zone that is not known yet can be one that fails anyhow, so that at best it adds nothing. At
   * worst what is in it goes with any zone of its region, and with each that is not known, which is
   * more than any one choice.
   */
  private double domain(Failure failure, boolean best) {
    if (best && isOpen(failure)) {
      return 0;
    }
    if (!failure.key().endsWith("/?")) {
      return end(figures.domain(failure), best);
    }
    return anyZoneOf.computeIfAbsent(failure.key(), key -> anyZone(failure));
  }

  private double anyZone(Failure failure) {
    double none = 1;
    int open = 0;
    for (Failure other : analysis.failures()) {
      if (other.key().startsWith(failure.key()) && !other.key().equals(failure.key())) {
        none *= 1 - figures.domain(other).worst();
        open++;
      }
    }
    return open == 0 ? figures.domain(failure).worst() : 1 - none;
  }

  private static boolean isOpen(Failure failure) {
    return failure.key().indexOf("/?") >= 0;
  }

  private static double end(Figure figure, boolean best) {
    return best ? figure.best() : figure.worst();
  }
}
