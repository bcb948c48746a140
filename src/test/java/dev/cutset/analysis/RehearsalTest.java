package dev.cutset.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.Draws;
import dev.cutset.analysis.Loss.Round;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rehearsals beside brute force, and beside the analysis of single failures. */
class RehearsalTest {
  private static final int ARCHITECTURES = Draws.of(3_000);

  @Test
  void one_loss_does_what_the_analysis_says() {
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Analysis analysis = new Analysis(architecture, architecture);
      Map<String, Failure> failures =
          analysis.failures().stream().collect(Collectors.toMap(Failure::key, f -> f));
      for (Round round : new Rehearsal(analysis).singles()) {
        Loss loss = round.losses().get(0);
        for (int i = 0; i < round.verdicts().size(); i++) {
          if (loss.kind() == Loss.Kind.COMPONENT) {
            assertThat(round.verdicts().get(i) == Verdict.DOWN)
                .as("seed %d, %s", seed, loss)
                .isEqualTo(
                    analysis
                        .blastRadius(loss.urn().orElseThrow())
                        .contains(analysis.entryPoints().get(i)));
          } else {
            assertThat(round.verdicts().get(i))
                .as("seed %d, %s", seed, loss)
                .isEqualTo(analysis.verdict(i, failures.get(loss.key())));
          }
        }
      }
    }
  }

  @Test
  void several_losses_do_what_brute_force_says() {
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      BruteForce bruteForce = new BruteForce(architecture);
      Rehearsal rehearsal = new Rehearsal(new Analysis(architecture, architecture));
      List<Loss> losses =
          rehearsal.singles().stream()
              .map(round -> round.losses().get(0))
              .filter(loss -> loss.kind() != Loss.Kind.COMPONENT)
              .toList();
      Random random = new Random(seed);
      for (int drawn = 0; drawn < 6 && !losses.isEmpty(); drawn++) {
        Set<Loss> several = new HashSet<>();
        for (int i = 0; i < 3; i++) {
          several.add(losses.get(random.nextInt(losses.size())));
        }
        Round round = rehearsal.round(List.copyOf(several));
        Set<String> failed = new HashSet<>();
        several.forEach(loss -> failed.add(loss.key()));
        for (int i = 0; i < round.verdicts().size(); i++) {
          Verdict verdict = bruteForce.verdict(architecture.entryPoints().get(i), failed);
          assertThat(round.verdicts().get(i)).as("seed %d, %s", seed, failed).isEqualTo(verdict);
          seen.merge(verdict, 1, Integer::sum);
        }
      }
    }
    assertThat(seen.values()).hasSize(3).allMatch(count -> count > Draws.of(100));
  }

  @Test
  void pairs_are_all_those_that_do_more_than_each_of_the_two() {
    int found = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Rehearsal rehearsal = new Rehearsal(new Analysis(architecture, architecture));
      List<Round> pairs = rehearsal.pairs();
      assertThat(pairs).as("seed %d", seed).isEqualTo(triedOneByOne(rehearsal));
      found += pairs.size();
    }
    assertThat(found).isGreaterThan(Draws.of(1_000));
  }

  private static List<Round> triedOneByOne(Rehearsal rehearsal) {
    List<Round> alone =
        rehearsal.singles().stream()
            .filter(round -> round.losses().get(0).kind() != Loss.Kind.COMPONENT)
            .toList();
    List<Round> pairs = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      for (int j = i + 1; j < alone.size(); j++) {
        Round one = alone.get(i);
        Round other = alone.get(j);
        Round both = rehearsal.round(List.of(one.losses().get(0), other.losses().get(0)));
        for (int entry = 0; entry < both.verdicts().size(); entry++) {
          Verdict verdict = both.verdicts().get(entry);
          if (verdict.compareTo(one.verdicts().get(entry)) < 0
              && verdict.compareTo(other.verdicts().get(entry)) < 0) {
            pairs.add(both);
            break;
          }
        }
      }
    }
    return pairs;
  }

  @Test
  void more_pairs_than_anybody_reads_are_refused() {
    Placement[] places = new Placement[800];
    Arrays.fill(places, Sketch.WEST_A);
    Sketch sketch =
        new Sketch()
            .copies("nodes", places.length - 1, List.of(places))
            .entry("shop", Sketch.on("nodes"));

    assertThatThrownBy(() -> new Rehearsal(sketch.analysis()).pairs())
        .isInstanceOf(TooManyPairsException.class)
        .hasMessage(
            "more than 250,000 pairs of failures may do more than each by itself, which is too many"
                + " to show");
  }

  @Test
  void a_seed_gives_the_same_rounds_again() {
    Rehearsal rehearsal = robust();

    assertThat(rehearsal.random(20, 42)).hasSize(20).isEqualTo(rehearsal.random(20, 42));
    assertThat(rehearsal.random(20, 42)).isNotEqualTo(rehearsal.random(20, 43));
  }

  @Test
  void what_takes_everything_down_by_itself_is_not_drawn() {
    Rehearsal rehearsal = robust();

    assertThat(rehearsal.random(50, 1))
        .allSatisfy(
            round ->
                assertThat(round.losses())
                    .allSatisfy(
                        loss ->
                            assertThat(rehearsal.round(List.of(loss)).verdicts())
                                .contains(Verdict.UP)));
  }

  /** The first that is drawn of which many failures leave something up. */
  private static Rehearsal robust() {
    for (long seed = 0; ; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Rehearsal rehearsal = new Rehearsal(new Analysis(architecture, architecture));
      if (architecture.entryPoints().size() == 1
          && rehearsal.singles().stream()
                  .filter(round -> round.losses().get(0).kind() != Loss.Kind.COMPONENT)
                  .filter(Round::harmless)
                  .count()
              > 5
          && rehearsal.singles().stream().noneMatch(RehearsalTest::isOpen)) {
        return rehearsal;
      }
    }
  }

  private static boolean isOpen(Round round) {
    return round.verdicts().contains(Verdict.UNKNOWN);
  }
}
