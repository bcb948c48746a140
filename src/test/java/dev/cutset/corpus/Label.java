package dev.cutset.corpus;

import dev.cutset.catalog.Scope;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is to be said of a stack.
 *
 * @param findings the claims at or below the target: what blocks, and what could not be decided
 * @param advice the claims above the target, and those that take no entry point down; empty: any
 */
record Label(
    Judgement.Outcome verdict,
    List<String> entryPoints,
    List<Claim> findings,
    Optional<List<Claim>> advice) {

  Label {
    entryPoints = entryPoints.stream().sorted().toList();
    findings = findings.stream().sorted().toList();
    advice = advice.map(claims -> claims.stream().sorted().toList());
  }

  static Label of(Judgement judgement) {
    Predicate<Finding> isAdvice = finding -> isAdvice(finding, judgement.target());
    return new Label(
        judgement.verdict(),
        judgement.entryPoints().stream().map(JudgedEntryPoint::name).toList(),
        claims(judgement.findings().stream().filter(isAdvice.negate())),
        Optional.of(claims(judgement.findings().stream().filter(isAdvice))));
  }

  private static boolean isAdvice(Finding finding, Scope target) {
    return finding.scope().compareTo(target) > 0 || finding.entryPoints().isEmpty();
  }

  private static List<Claim> claims(Stream<Finding> findings) {
    return findings.map(Claim::of).toList();
  }

  /** This label, without what the other one does not speak of. */
  Label asFarAs(Label other) {
    boolean entryPointsCount = other.says(claim -> !claim.entryPoints().isEmpty());
    boolean undecidedByCounts = other.says(claim -> !claim.undecidedBy().isEmpty());
    return new Label(
        verdict,
        entryPoints,
        findings.stream().map(claim -> part(claim, entryPointsCount, undecidedByCounts)).toList(),
        other.advice().isEmpty()
            ? Optional.empty()
            : advice.map(
                claims -> claims.stream().map(claim -> part(claim, false, false)).toList()));
  }

  private boolean says(Predicate<Claim> something) {
    return findings.stream().anyMatch(something);
  }

  private static Claim part(Claim claim, boolean entryPointsCount, boolean undecidedByCounts) {
    return new Claim(
        claim.policy(),
        claim.scope(),
        claim.resources(),
        claim.verdict(),
        entryPointsCount ? claim.entryPoints() : List.of(),
        undecidedByCounts ? claim.undecidedBy() : List.of());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("verdict: ").append(verdict.name().toLowerCase(Locale.ROOT)).append('\n');
    text.append("entry points: ").append(entryPoints).append('\n');
    text.append("findings:\n");
    findings.forEach(claim -> text.append("  ").append(claim).append('\n'));
    advice.ifPresent(
        claims -> {
          text.append("advice:\n");
          claims.forEach(claim -> text.append("  ").append(claim).append('\n'));
        });
    return text.toString();
  }
}
