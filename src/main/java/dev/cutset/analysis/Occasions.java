package dev.cutset.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The failures by which a cause does something.
 *
 * <p>A region can have as many zones as there are services in it, and where a zone is not known
 * each of them may be the one. So what one failure stands for is not listed, but for exceptions.
 */
final class Occasions {

  /**
   * A failure and all that it stands for.
   *
   * @param standIn the failure that stands for them
   * @param except those to leave out
   */
  record Most(int standIn, Set<Integer> except) {
    Most {
      except = Set.copyOf(except);
    }
  }

  private final List<Integer> listed = new ArrayList<>();
  private final List<Most> most = new ArrayList<>();

  void add(int failure) {
    listed.add(failure);
  }

  void add(Most several) {
    most.add(several);
  }

  List<Integer> listed() {
    return listed;
  }

  /** Compares failures, and finds what comes first among those that one stands for. */
  static final class Order {
    private final Run run;
    private final Comparator<Integer> smallestFirst;
    private final Map<Integer, List<Integer>> sorted = new HashMap<>();

    Order(Run run) {
      this.run = run;
      this.smallestFirst =
          (one, other) -> CutCollector.bySize(run.failure(one), run.failure(other));
    }

    /** The smallest failure, of several the one with the first key. */
    Failure smallest(Occasions occasions) {
      List<Integer> candidates = new ArrayList<>(occasions.listed);
      for (Most several : occasions.most) {
        first(sorted(several.standIn()), several).ifPresent(candidates::add);
      }
      return run.failure(candidates.stream().min(smallestFirst).orElseThrow());
    }

    /** The failure with the lowest number. */
    int lowest(Most several) {
      return first(run.stoodForBy(several.standIn()), several)
          .filter(zone -> zone < several.standIn())
          .orElse(several.standIn());
    }

    /** All of them. */
    Set<Integer> all(Occasions occasions) {
      Set<Integer> all = new HashSet<>(occasions.listed);
      for (Most several : occasions.most) {
        sorted(several.standIn()).stream()
            .filter(failure -> !several.except().contains(failure))
            .forEach(all::add);
      }
      return all;
    }

    private List<Integer> sorted(int standIn) {
      return sorted.computeIfAbsent(
          standIn,
          key -> {
            List<Integer> all = new ArrayList<>(run.stoodForBy(key));
            all.add(key);
            all.sort(smallestFirst);
            return all;
          });
    }

    private static Optional<Integer> first(List<Integer> failures, Most several) {
      return failures.stream().filter(failure -> !several.except().contains(failure)).findFirst();
    }
  }
}
