package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.any;
import static dev.cutset.analysis.Sketch.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.Draws;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The checker accepts what is right and nothing else. */
class ProofCheckerTest {
  private static final int ARCHITECTURES = Draws.of(2_000);
  private static final Failure ZONE =
      new Failure(Scope.ZONE, "cloud/west/west-a", "west-a", Optional.empty());

  private final Sketch sketch =
      new Sketch()
          .single("db", WEST_A)
          .single("web", WEST_B, on("db"))
          .single("api", WEST_B)
          .entry("shop", on("web"))
          .entry("blog", any("web", "api"));

  /** Ways to tamper with a proof. */
  private enum Tampering {
    DROP_ONE,
    ADD_ONE,
    REORDER,
    OTHER_FAILURE,
    OTHER_ENTRY_POINT,
    OTHER_VERDICT
  }

  @Test
  void nothing_falls_before_its_cause() {
    assertThat(objection(new Proof.Down(entry(0), ZONE, urns("db", "web")))).isEmpty();
    assertThat(objection(new Proof.Down(entry(0), ZONE, urns("web", "db"))))
        .contains("`web` would not fall with what fell before it");
  }

  @Test
  void what_falls_has_to_matter() {
    assertThat(objection(new Proof.Down(entry(0), ZONE, urns("db"))))
        .contains("`shop` would still be served");
    assertThat(objection(new Proof.Down(entry(1), ZONE, urns("db", "web"))))
        .contains("`blog` would still be served");
  }

  @Test
  void what_stands_has_to_stand_by_itself() {
    assertThat(objection(new Proof.Up(entry(1), ZONE, Set.copyOf(urns("api"))))).isEmpty();
    assertThat(objection(new Proof.Up(entry(1), ZONE, Set.copyOf(urns("web")))))
        .contains("`web` would not stand with what is said to stand");
    assertThat(objection(new Proof.Up(entry(0), ZONE, Set.copyOf(urns("api")))))
        .contains("`shop` would not be served");
  }

  @Test
  void a_proof_names_what_is_there() {
    assertThatThrownBy(() -> objection(new Proof.Down(entry(0), ZONE, urns("nowhere"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`nowhere`");
  }

  @Test
  void tampered_proofs_are_rejected_if_and_only_if_they_became_wrong() {
    Map<Tampering, Integer> right = new EnumMap<>(Tampering.class);
    Map<Tampering, Integer> wrong = new EnumMap<>(Tampering.class);
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Analysis analysis = new Analysis(architecture, architecture);
      BruteForce bruteForce = new BruteForce(architecture);
      Tamperer tamperer = new Tamperer(architecture, analysis.failures(), new Random(seed));
      for (int entryPoint = 0; entryPoint < architecture.entryPoints().size(); entryPoint++) {
        for (Failure failure : analysis.failures()) {
          for (Completion completion : Completion.values()) {
            Proof proof = analysis.proof(entryPoint, failure, completion);
            ProofChecker checker = new ProofChecker(architecture, completion);
            for (Tampering tampering : Tampering.values()) {
              Proof tampered = tamperer.tamper(proof, tampering);
              boolean isRight = bruteForce.isRight(tampered, completion);
              assertThat(checker.objection(tampered).isEmpty())
                  .as("seed %d, %s, %s: %s", seed, tampering, completion, tampered)
                  .isEqualTo(isRight);
              (isRight ? right : wrong).merge(tampering, 1, Integer::sum);
            }
          }
        }
      }
    }
    assertThat(wrong).containsOnlyKeys(Tampering.values());
    assertThat(wrong.values()).allMatch(count -> count > Draws.of(500));
    assertThat(right.keySet()).doesNotContain(Tampering.OTHER_VERDICT);
    assertThat(right).hasSize(Tampering.values().length - 1);
  }

  /** Tampers with proofs. */
  private record Tamperer(Architecture architecture, List<Failure> failures, Random random) {

    Proof tamper(Proof proof, Tampering tampering) {
      return switch (tampering) {
        case OTHER_FAILURE ->
            with(proof, proof.entryPoint(), failures.get(random.nextInt(failures.size())));
        case OTHER_ENTRY_POINT ->
            with(
                proof,
                architecture.entryPoints().get(random.nextInt(architecture.entryPoints().size())),
                proof.failure());
        case OTHER_VERDICT ->
            proof instanceof Proof.Down down
                ? new Proof.Up(down.entryPoint(), down.failure(), anySet())
                : new Proof.Down(proof.entryPoint(), proof.failure(), List.copyOf(anySet()));
        case DROP_ONE, ADD_ONE, REORDER ->
            proof instanceof Proof.Down down
                ? new Proof.Down(down.entryPoint(), down.failure(), list(down.fallen(), tampering))
                : new Proof.Up(
                    proof.entryPoint(),
                    proof.failure(),
                    new HashSet<>(
                        list(List.copyOf(sorted(((Proof.Up) proof).standing())), tampering)));
      };
    }

    private static Proof with(Proof proof, EntryPoint entryPoint, Failure failure) {
      return proof instanceof Proof.Down down
          ? new Proof.Down(entryPoint, failure, down.fallen())
          : new Proof.Up(entryPoint, failure, ((Proof.Up) proof).standing());
    }

    private List<Urn> list(List<Urn> urns, Tampering tampering) {
      List<Urn> changed = new ArrayList<>(urns);
      if (tampering == Tampering.REORDER) {
        Collections.shuffle(changed, random);
      } else if (tampering == Tampering.ADD_ONE) {
        List<Urn> all = List.copyOf(architecture.components().keySet());
        changed.add(random.nextInt(changed.size() + 1), all.get(random.nextInt(all.size())));
      } else if (!changed.isEmpty()) {
        changed.remove(random.nextInt(changed.size()));
      }
      return changed;
    }

    private Set<Urn> anySet() {
      Set<Urn> some = new TreeSet<>(architecture.components().keySet());
      some.removeIf(urn -> random.nextInt(4) == 0);
      return some;
    }

    private static Set<Urn> sorted(Set<Urn> urns) {
      return new TreeSet<>(urns);
    }
  }

  private Optional<String> objection(Proof proof) {
    return new ProofChecker(sketch.architecture(), Completion.KINDEST).objection(proof);
  }

  private EntryPoint entry(int number) {
    return sketch.architecture().entryPoints().get(number);
  }

  private static List<Urn> urns(String... names) {
    return List.of(names).stream().map(Urn::new).toList();
  }
}
