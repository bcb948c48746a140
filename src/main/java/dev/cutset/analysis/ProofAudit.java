package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the proof of every verdict before the checker, and believes a verdict only when it follows
 * from proofs that the checker accepts.
 *
 * <p>Like the checker it reads the architecture and shares no code with the solver: which failures
 * there are it finds out by itself. There is a proof for each entry point, failure and completion,
 * and each names what stands or falls, so that the work grows with the square of the stack.
 */
public final class ProofAudit {
  private final Census census;
  private final Completed completed;
  private final Map<Completion, ProofChecker> checkers = new EnumMap<>(Completion.class);

  public ProofAudit(Completed completed) {
    this.completed = completed;
    this.census = new Census(completed);
    addChecker(Completion.KINDEST);
    if (!census.isSettled()) {
      addChecker(Completion.HARSHEST);
    }
  }

  private void addChecker(Completion completion) {
    checkers.put(completion, new ProofChecker(completed.of(completion), completion));
  }

  /**
   * Checks all that is claimed, and that policies are told neither less nor more.
   *
   * @return how many proofs were checked
   * @throws RejectedProofException when something does not hold
   */
  public int check(Claims claims, Facts facts) {
    if (!claims.entryPoints().equals(completed.kindest().entryPoints())
        || !urns(completed.kindest()).equals(urns(completed.harshest()))) {
      throw new RejectedProofException(
          "the analysis is of other entry points than the stack has", "entry points");
    }
    List<Failure> failures = List.copyOf(claims.failures());
    census.refuseOmission(failures);
    FactsAudit told = new FactsAudit(facts, claims.entryPoints());
    for (int entryPoint = 0; entryPoint < claims.entryPoints().size(); entryPoint++) {
      told.compare(entryPoint, proved(claims, entryPoint, failures));
    }
    return checkers.size() * failures.size() * claims.entryPoints().size();
  }

  private static List<Urn> urns(Architecture architecture) {
    return architecture.entryPoints().stream().map(EntryPoint::urn).toList();
  }

  /** What each failure does to an entry point, in the order of the failures. */
  private List<Audited> proved(Claims claims, int entryPoint, List<Failure> failures) {
    Set<String> certain = new HashSet<>();
    Set<String> possible = new HashSet<>();
    for (int number = 0; number < failures.size(); number++) {
      Point point = new Point(claims, failures, entryPoint, number);
      for (Completion completion : checkers.keySet()) {
        if (isDown(claims, point, completion)) {
          (completion == Completion.KINDEST ? certain : possible).add(point.failure().key());
        }
      }
    }
    List<Audited> verdicts = new ArrayList<>();
    for (int number = 0; number < failures.size(); number++) {
      Point point = new Point(claims, failures, entryPoint, number);
      Verdict proved = verdict(point, certain, census.isSettled() ? certain : possible);
      Verdict claimed = claims.verdict(entryPoint, point.failure());
      if (claimed != proved) {
        throw point.rejected("it is said to be " + claimed.word() + ", the proofs say otherwise");
      }
      verdicts.add(new Audited(point, proved));
    }
    return verdicts;
  }

  private Verdict verdict(Point point, Set<String> certain, Set<String> possible) {
    boolean mayBeDown =
        census
            .zonesThatItMayBe(point.failure())
            .map(zones -> possible.stream().anyMatch(zones))
            .orElseGet(() -> possible.contains(point.failure().key()));
    boolean isDown = certain.contains(point.failure().key());
    if (isDown && !mayBeDown) {
      throw point.rejected("what is not known yet makes it worse at its best than at its worst");
    }
    return isDown ? Verdict.DOWN : mayBeDown ? Verdict.UNKNOWN : Verdict.UP;
  }

  private boolean isDown(Claims claims, Point point, Completion completion) {
    Proof proof = claims.proof(point.entryPoint(), point.failure(), completion);
    if (!proof.entryPoint().equals(entryPoint(point, completion))
        || !isOf(proof.failure(), point, completion)) {
      throw point.rejected("its proof is of something else");
    }
    Optional<String> objection = objection(Objects.requireNonNull(checkers.get(completion)), proof);
    if (objection.isPresent()) {
      throw point.rejected(
          "its proof, with what is unknown at its "
              + (completion == Completion.KINDEST ? "best" : "worst")
              + ", does not hold: "
              + objection.get());
    }
    return proof instanceof Proof.Down;
  }

  /** What it takes to serve users may itself not be known yet. */
  private EntryPoint entryPoint(Point point, Completion completion) {
    return completed.of(completion).entryPoints().get(point.entryPoint());
  }

  private static Optional<String> objection(ProofChecker checker, Proof proof) {
    try {
      return checker.objection(proof);
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** At their worst all zones of a region that are not known are one. */
  private boolean isOf(Failure proved, Point point, Completion completion) {
    return proved.equals(point.failure())
        || (completion == Completion.HARSHEST
            && census.regionOfUnknown(proved).isPresent()
            && census.regionOfUnknown(proved).equals(census.regionOfUnknown(point.failure())));
  }
}
