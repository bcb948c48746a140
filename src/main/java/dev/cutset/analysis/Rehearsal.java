package dev.cutset.analysis;

import dev.cutset.analysis.Loss.Round;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes things away from an architecture, one or several at a time, and looks at what stays up.
 *
 * <p>What falls is followed through the graph step by step, unlike in the analysis of single
 * failures, so that any number of losses can happen at once. Values that are not known yet are
 * settled both ways, as there: what is down even when they turn out well is down.
 */
public final class Rehearsal {
  /** A round of more than this many losses says little of a real one. */
  private static final int MOST_LOSSES = 4;

  /** Nobody reads more. */
  private static final int MOST_PAIRS = 250_000;

  private static final Comparator<Loss> ORDER =
      Comparator.comparing(Loss::kind).thenComparing(Loss::name).thenComparing(Loss::key);

  private final Analysis analysis;
  private final Outage kindest;
  private final Outage harshest;
  private final Map<String, List<String>> zonesOfRegions = new HashMap<>();
  private final Map<List<List<String>>, boolean[]> possibleByZones = new HashMap<>();
  private final List<Loss> failures;
  private final List<Loss> components;

  public Rehearsal(Analysis analysis) {
    this.analysis = analysis;
    this.kindest = new Outage(analysis.run(Verdict.DOWN));
    this.harshest = new Outage(analysis.run(Verdict.UNKNOWN));
    // The one that stands for all unknown zones of a region is no zone that could fail by itself.
    this.failures =
        analysis.failures().stream()
            .filter(failure -> !failure.key().endsWith("/?"))
            .map(Loss::of)
            .sorted(ORDER)
            .toList();
    this.components =
        analysis.run(Verdict.DOWN).architecture().components().values().stream()
            .filter(component -> !component.replicas().isEmpty())
            .map(Rehearsal::whole)
            .sorted(ORDER)
            .toList();
  }

  private static Loss whole(Component component) {
    return new Loss(
        Loss.Kind.COMPONENT,
        "component:" + component.id(),
        component.kind().name(),
        Optional.of(component.id()));
  }

  public List<EntryPoint> entryPoints() {
    return analysis.entryPoints();
  }

  /** How many failures pairs are made of. */
  public int failures() {
    return failures.size();
  }

  /** Everything that can be lost, each for itself, the smallest first. */
  public List<Round> singles() {
    List<Loss> all = new ArrayList<>(failures);
    all.addAll(components);
    all.sort(ORDER);
    return all.stream().map(loss -> round(List.of(loss))).toList();
  }

  /**
   * The pairs of failures that do more than each of the two does by itself.
   *
   * @throws TooManyPairsException where nobody would read them
   */
  public List<Round> pairs() {
    List<BitSet> others = new PairFinder(analysis, failures, MOST_PAIRS).find();
    // Many pairs do the same, which is held once.
    Map<List<Verdict>, List<Verdict>> told = new HashMap<>();
    List<Round> alone = failures.stream().map(loss -> round(List.of(loss))).toList();
    List<Round> pairs = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      for (int j : others.get(i).stream().toArray()) {
        Round both = round(List.of(failures.get(i), failures.get(j)));
        if (isWorse(both, alone.get(i), alone.get(j))) {
          pairs.add(new Round(both.losses(), told.computeIfAbsent(both.verdicts(), same -> same)));
        }
      }
    }
    return pairs;
  }

  /**
   * Rounds of two or more failures at once, drawn at random; a seed gives the same ones again. What
   * takes everything down by itself is not drawn: nothing could be learned from such a round, nor
   * from one that was drawn before.
   */
  public List<Round> random(int rounds, long seed) {
    List<Loss> drawable =
        rounds == 0
            ? List.of()
            : failures.stream()
                .filter(
                    loss ->
                        round(List.of(loss)).verdicts().stream()
                            .anyMatch(verdict -> verdict != Verdict.DOWN))
                .toList();
    Random random = new Random(seed);
    Set<Set<Integer>> before = new HashSet<>();
    List<Round> drawn = new ArrayList<>();
    for (int i = 0; i < rounds && !drawable.isEmpty(); i++) {
      int count = Math.min(drawable.size(), 2 + random.nextInt(MOST_LOSSES - 1));
      Set<Integer> chosen = new HashSet<>();
      while (chosen.size() < count) {
        chosen.add(random.nextInt(drawable.size()));
      }
      if (before.add(chosen)) {
        drawn.add(round(chosen.stream().sorted().map(drawable::get).toList()));
      }
    }
    return drawn;
  }

  /** What becomes of the entry points when all of this is lost at once; for one thread. */
  public Round round(List<Loss> losses) {
    List<String> failed = new ArrayList<>();
    List<Urn> gone = new ArrayList<>();
    for (Loss loss : losses) {
      if (loss.kind() == Loss.Kind.COMPONENT) {
        gone.add(loss.urn().orElseThrow());
      } else {
        failed.add(loss.key());
      }
    }
    boolean[] down = kindest.entryPointsDown(numbers(failed), gone);
    boolean[] possible = possible(failed, gone);
    List<Verdict> verdicts =
        IntStream.range(0, down.length)
            .mapToObj(i -> down[i] ? Verdict.DOWN : possible[i] ? Verdict.UNKNOWN : Verdict.UP)
            .toList();
    return new Round(losses, verdicts);
  }

  /** Zones of a region that are not known yet are alike in what they may turn out to be. */
  private boolean[] possible(List<String> failed, List<Urn> gone) {
    if (!gone.isEmpty() || failed.stream().allMatch(key -> key.indexOf("/?") < 0)) {
      return tried(failed, gone);
    }
    return possibleByZones.computeIfAbsent(
        failed.stream().map(this::possibleZones).toList(), zones -> tried(failed, gone));
  }

  private boolean[] tried(List<String> failed, List<Urn> gone) {
    boolean[] possible = new boolean[entryPoints().size()];
    for (List<String> settled : settled(failed)) {
      boolean[] mayBe = harshest.entryPointsDown(numbers(settled), gone);
      for (int i = 0; i < possible.length; i++) {
        possible[i] |= mayBe[i];
      }
    }
    return possible;
  }

  private Set<Integer> numbers(List<String> keys) {
    Set<Integer> numbers = new HashSet<>();
    keys.forEach(key -> numbers.add(analysis.number(key)));
    return numbers;
  }

  /** A zone that is not known yet can turn out to be any of its region. */
  private List<List<String>> settled(List<String> failed) {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of());
    for (String key : failed) {
      List<List<String>> next = new ArrayList<>();
      for (String zone : possibleZones(key)) {
        for (List<String> before : all) {
          List<String> longer = new ArrayList<>(before);
          longer.add(zone);
          next.add(longer);
        }
      }
      all = next;
    }
    return all;
  }

  private List<String> possibleZones(String key) {
    int stranger = key.indexOf("/?");
    if (stranger < 0) {
      return List.of(key);
    }
    List<String> zones =
        zonesOfRegions.computeIfAbsent(key.substring(0, stranger + 1), this::zones);
    return zones.isEmpty() ? List.of(key) : zones;
  }

  private List<String> zones(String region) {
    List<String> zones = new ArrayList<>();
    for (Failure failure : analysis.failures()) {
      boolean known = failure.key().indexOf("/?") < 0 || failure.key().endsWith("/?");
      if (known && failure.scope() == Scope.ZONE && failure.key().startsWith(region)) {
        zones.add(failure.key());
      }
    }
    return zones;
  }

  /** DOWN comes first among verdicts, so that the worse one is the smaller. */
  private static boolean isWorse(Round both, Round one, Round other) {
    return IntStream.range(0, both.verdicts().size())
        .anyMatch(
            i ->
                both.verdicts().get(i).compareTo(one.verdicts().get(i)) < 0
                    && both.verdicts().get(i).compareTo(other.verdicts().get(i)) < 0);
  }
}
