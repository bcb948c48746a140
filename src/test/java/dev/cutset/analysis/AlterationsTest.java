package dev.cutset.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Draws;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What changes to an architecture do to its verdicts, on architectures drawn at random. */
class AlterationsTest {
  private static final int ARCHITECTURES = Draws.of(1_500);
  private static final Placement NEW_ZONE = Placement.in(Domain.zone(Sketch.WEST, "west-new"));

  @Test
  void the_order_of_components_and_entry_points_changes_nothing() {
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Architecture shuffled = Alterations.shuffled(architecture, new Random(seed));

      assertThat(verdicts(shuffled)).as("seed %d", seed).isEqualTo(verdicts(architecture));
      assertThat(cuts(shuffled, Map.of()))
          .as("seed %d", seed)
          .isEqualTo(cuts(architecture, Map.of()));
    }
  }

  @Test
  void names_change_nothing() {
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Map<Urn, Urn> back = new HashMap<>();
      List<Urn> names = new ArrayList<>(architecture.components().keySet());
      Map<Urn, Urn> forth = new HashMap<>();
      for (Urn name : names) {
        // The order of the names is turned round, too.
        Urn other = new Urn("n" + (names.size() - names.indexOf(name)));
        forth.put(name, other);
        back.put(other, name);
      }
      Architecture renamed =
          Alterations.renamed(architecture, name -> forth.getOrDefault(name, name));

      assertThat(verdicts(renamed)).as("seed %d", seed).isEqualTo(verdicts(architecture));
      assertThat(cuts(renamed, back)).as("seed %d", seed).isEqualTo(cuts(architecture, Map.of()));
    }
  }

  @Test
  void another_copy_in_another_zone_never_makes_a_verdict_worse() {
    int better = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Map<String, Verdict> before = verdicts(architecture);
      for (Urn grown : architecture.components().keySet()) {
        Map<String, Verdict> after = verdicts(Alterations.enlarged(architecture, grown, NEW_ZONE));
        for (Map.Entry<String, Verdict> entry : before.entrySet()) {
          Verdict now = after.getOrDefault(entry.getKey(), entry.getValue());
          assertThat(now)
              .as("seed %d, more of %s, %s", seed, grown, entry.getKey())
              .isGreaterThanOrEqualTo(entry.getValue());
          better += now == entry.getValue() ? 0 : 1;
        }
      }
    }
    assertThat(better).isGreaterThan(Draws.of(500));
  }

  @Test
  void the_failure_of_more_never_revives_anything() {
    int compared = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Map<String, Verdict> verdicts = verdicts(architecture);
      for (EntryPoint entryPoint : architecture.entryPoints()) {
        for (String[] pair : nested(architecture)) {
          Verdict smaller = verdicts.get(entryPoint.name() + " " + pair[0]);
          Verdict larger = verdicts.get(entryPoint.name() + " " + pair[1]);
          assertThat(larger)
              .as("seed %d, %s: %s within %s", seed, entryPoint.name(), pair[0], pair[1])
              .isLessThanOrEqualTo(smaller);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(Draws.of(10_000));
  }

  @Test
  void learning_a_zone_settles_questions_and_changes_no_certain_answer() {
    Placement unknown = Sketch.somewhere("x");
    int settled = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Map<String, Verdict> before = verdicts(architecture);
      for (Placement known : List.of(Sketch.WEST_A, Sketch.WEST_B, NEW_ZONE)) {
        Map<String, Verdict> after = verdicts(Alterations.moved(architecture, unknown, known));
        for (Map.Entry<String, Verdict> entry : before.entrySet()) {
          String key = entry.getKey().replace("/?x", "/" + known.domain().name());
          Verdict now = after.get(key);
          if (now != null && entry.getValue() != Verdict.UNKNOWN && !key.endsWith("/?")) {
            assertThat(now)
                .as("seed %d, x is %s, %s", seed, known.domain().name(), key)
                .isEqualTo(entry.getValue());
          } else if (now != null && now != entry.getValue()) {
            settled++;
          }
        }
      }
    }
    assertThat(settled).isGreaterThan(Draws.of(500));
  }

  /** Pairs of failures of which the second includes the first. */
  private static List<String[]> nested(Architecture architecture) {
    List<String[]> pairs = new ArrayList<>();
    for (Component component : architecture.components().values()) {
      for (Replica replica : component.replicas()) {
        Domain domain = replica.placement().domain();
        if (replica.failsAlone()) {
          pairs.add(new String[] {"replica:" + replica.id(), domain.key()});
        }
        for (Optional<Domain> at = Optional.of(domain); at.isPresent(); at = at.get().parent()) {
          Domain inner = at.get();
          inner.parent().ifPresent(p -> pairs.add(new String[] {inner.key(), p.key()}));
        }
      }
    }
    return pairs;
  }

  private static Map<String, Verdict> verdicts(Architecture architecture) {
    Analysis analysis = new Analysis(architecture, architecture);
    Map<String, Verdict> verdicts = new HashMap<>();
    for (int i = 0; i < architecture.entryPoints().size(); i++) {
      String name = architecture.entryPoints().get(i).name();
      for (Failure failure : analysis.failures()) {
        verdicts.put(name + " " + failure.key(), analysis.verdict(i, failure));
      }
    }
    return verdicts;
  }

  /** The cuts, without the order of anything. */
  private static Set<String> cuts(Architecture architecture, Map<Urn, Urn> names) {
    return new Analysis(architecture, architecture)
        .cuts().stream()
            .map(
                cut ->
                    cut.verdict()
                        + " "
                        + cut.failure().key()
                        + (cut.confined()
                            ? " confined "
                            : " by " + sorted(cut.cause(), names) + " larger ")
                        + cut.larger().stream().map(Failure::key).toList()
                        + cut.entryPoints().stream()
                            .map(EntryPoint::name)
                            .collect(Collectors.toCollection(TreeSet::new)))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> sorted(List<Urn> urns, Map<Urn, Urn> names) {
    return urns.stream()
        .map(urn -> names.getOrDefault(urn, urn).text())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
