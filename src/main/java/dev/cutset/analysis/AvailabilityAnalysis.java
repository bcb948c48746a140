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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Analysis analysis;
  private final Figures figures;
  private final int limit;

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
    DownTime worst = new DownTime(analysis.run(Verdict.UNKNOWN), index, limit);
    double[] least = chances(best, true);
    double[] most = chances(worst, false);
    Range down = new Range(best.least(least), worst.most(most));
    List<Cost> costs =
        best.isExact() && worst.isExact() ? costs(best, worst, least, most, down) : List.of();
    return new Availability(entryPoint, down, best.isExact() && worst.isExact(), costs, used(best));
  }

  private List<Used> used(DownTime time) {
    List<Used> used = new ArrayList<>();
    for (Failure domain : time.domains().stream().filter(one -> !isOpen(one)).toList()) {
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
    for (Component component : best.components()) {
      Optional<Figure> figure = figure(component);
      if (figure.isPresent()) {
        Component other = others.getOrDefault(component.id(), component);
        double without = best.least(best.without(component, least));
        double withoutAtWorst = worst.most(worst.without(other, most));
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
        Comparator.comparingDouble((Cost cost) -> -cost.cost().worst())
            .thenComparing(cost -> cost.component().id()));
    return costs.stream().filter(cost -> cost.cost().worst() > 0).limit(MOST_COSTS).toList();
  }

  private Optional<Figure> figure(Component component) {
    if (component.replicas().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        component.replicas().stream().anyMatch(Replica::failsAlone)
            ? figures.copy(component)
            : figures.service(component));
  }

  private double[] chances(DownTime time, boolean best) {
    return time.chances(
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
