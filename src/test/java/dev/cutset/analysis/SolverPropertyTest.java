package dev.cutset.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Draws;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The solver against brute force, and every proof against the checker. */
class SolverPropertyTest {
  private static final int ARCHITECTURES = Draws.of(12_000);

  @Test
  void the_solver_agrees_with_brute_force_and_the_checker_accepts_every_proof() {
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Analysis analysis = new Analysis(architecture, architecture);
      BruteForce bruteForce = new BruteForce(architecture);
      for (int entryPoint = 0; entryPoint < architecture.entryPoints().size(); entryPoint++) {
        for (Failure failure : analysis.failures()) {
          if (failure.key().endsWith("/?")) {
            continue; // stands for all unknown zones at once, which is no single settled failure
          }
          Verdict verdict = analysis.verdict(entryPoint, failure);
          assertThat(verdict)
              .as("seed %d, entry point %d, failure %s", seed, entryPoint, failure.key())
              .isEqualTo(bruteForce.verdict(architecture.entryPoints().get(entryPoint), failure));
          seen.merge(verdict, 1, Integer::sum);
          for (Completion completion : Completion.values()) {
            assertThat(
                    new ProofChecker(architecture, completion)
                        .objection(analysis.proof(entryPoint, failure, completion)))
                .as("seed %d, entry point %d, failure %s", seed, entryPoint, failure.key())
                .isEmpty();
          }
        }
      }
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Verdict.values());
    assertThat(seen.values()).allMatch(count -> count > Draws.of(1_000));
  }
}
