package dev.cutset.policy;

import static dev.cutset.policy.FactsFixtures.urn;

import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Stack;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A finding, put together in the words of a test: one that blocks, unless it is said otherwise. */
record FindingSketch(
    String policy,
    Scope scope,
    FailureFact failure,
    List<String> resources,
    boolean blocks,
    Verdict verdict,
    List<String> entryPoints) {

  /** The failure of the one copy of each resource that it names. */
  static FindingSketch of(String policy, String... resources) {
    FailureFact failure =
        new FailureFact("replica", resources[0] + "#0", Optional.of(urn(resources[0])));
    return new FindingSketch(
        policy, Scope.INSTANCE, failure, List.of(resources), true, Verdict.DOWN, List.of("shop"));
  }

  FindingSketch inZone(String zone) {
    FailureFact failed = new FailureFact("zone", zone, Optional.empty());
    return new FindingSketch(policy, Scope.ZONE, failed, resources, blocks, verdict, entryPoints);
  }

  FindingSketch about(String... others) {
    return new FindingSketch(
        policy, scope, failure, Arrays.asList(others), blocks, verdict, entryPoints);
  }

  FindingSketch advice() {
    return new FindingSketch(policy, scope, failure, resources, false, verdict, entryPoints);
  }

  FindingSketch unsure() {
    return new FindingSketch(
        policy, scope, failure, resources, blocks, Verdict.UNKNOWN, entryPoints);
  }

  FindingSketch of(List<String> others) {
    return new FindingSketch(policy, scope, failure, resources, blocks, verdict, others);
  }

  Finding finding() {
    return new Finding(
        policy,
        Severity.HIGH,
        blocks ? Enforcement.MANDATORY : Enforcement.ADVISORY,
        blocks,
        verdict,
        scope,
        failure,
        urn(resources.get(0)),
        resources.stream().map(FactsFixtures::urn).toList(),
        entryPoints,
        "`" + resources.get(0) + "` is alone",
        "message",
        "run two",
        List.of(),
        List.of(),
        List.of());
  }

  Waived waived() {
    return new Waived(finding(), "later", "team", LocalDate.of(2031, 1, 1));
  }

  /** A judgement with these findings. */
  static Judgement judged(List<Finding> findings, List<Waived> waived, List<Finding> baselined) {
    return new Judgement(
        new Judgement.StackSummary("shop", "dev", Stack.Source.PREVIEW, 1),
        Judgement.Outcome.BLOCKED,
        Scope.ZONE,
        List.of(),
        findings,
        waived,
        baselined,
        List.of(),
        List.of(),
        OptionalInt.empty());
  }

  static Judgement judged(Finding... findings) {
    return judged(List.of(findings), List.of(), List.of());
  }
}
