package dev.cutset.analysis;

import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.catalog.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what policies are told with verdicts that were proved. */
final class FactsAudit {
  private final Facts facts;

  FactsAudit(Facts facts, List<EntryPoint> entryPoints) {
    this.facts = facts;
    if (!facts.entryPoints().stream()
        .map(EntryPointFact::urn)
        .toList()
        .equals(entryPoints.stream().map(EntryPoint::urn).toList())) {
      throw new RejectedProofException(
          "policies are told of other entry points than the stack has", "entry points");
    }
  }

  void compare(int entryPoint, List<Audited> verdicts) {
    EntryPointFact entry = facts.entryPoints().get(entryPoint);
    List<CutFact> cuts =
        facts.cuts().stream().filter(cut -> cut.entryPoints().contains(entry)).toList();
    for (Audited audited : verdicts) {
      if (audited.verdict() != Verdict.UP) {
        compare(entry, audited, cuts);
      }
    }
    refuseMore(entry, verdicts, cuts);
  }

  /** What takes an entry point down is told, or something smaller that does. */
  private static void compare(EntryPointFact entry, Audited audited, List<CutFact> cuts) {
    Scope scope = audited.point().failure().scope();
    boolean told =
        cuts.stream()
            .filter(cut -> cut.scope().compareTo(scope) <= 0)
            .anyMatch(cut -> cut.verdict().compareTo(audited.verdict()) <= 0);
    if (!told) {
      throw audited.point().rejected("policies are not told of it");
    }
    if (entry.survives().contains(scope)) {
      throw audited.point().rejected("policies are told that it survives any " + scope.word());
    }
  }

  private static void refuseMore(EntryPointFact entry, List<Audited> verdicts, List<CutFact> cuts) {
    Set<Told> proved = verdicts.stream().map(Told::of).collect(Collectors.toSet());
    for (CutFact cut : cuts) {
      if (!proved.contains(new Told(cut.verdict(), cut.scope(), cut.failure()))) {
        throw new RejectedProofException(
            "policies are told that `"
                + entry.name()
                + "` is "
                + cut.verdict().word()
                + " when "
                + cut.failure().kind()
                + " `"
                + cut.failure().name()
                + "` fails, of which there is no proof",
            "a cut of scope " + cut.scope().word());
      }
    }
  }

  /** A verdict in the words in which policies are told of it. */
  private record Told(Verdict verdict, Scope scope, FailureFact failure) {
    static Told of(Audited audited) {
      Failure failure = audited.point().failure();
      return new Told(
          audited.verdict(),
          failure.scope(),
          new FailureFact(failure.kind(), failure.name(), failure.urn()));
    }
  }
}
