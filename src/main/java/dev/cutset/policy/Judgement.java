package dev.cutset.policy;

import dev.cutset.catalog.Scope;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.OptionalInt;

/**
 * What became of a stack: all that a report shows.
 *
 * @param waived what was found and somebody has accepted for a while
 * @param baselined what was found, and was known before to the baseline
 * @param notModelled the resource types that the catalog does not know, with how many there are
 * @param notes what the reader should know: assumptions, and what could not be looked at
 * @param proofsChecked how many proofs were checked before it, where somebody asked for that
 */
public record Judgement(
    StackSummary stack,
    Outcome verdict,
    Scope target,
    List<JudgedEntryPoint> entryPoints,
    List<Finding> findings,
    List<Waived> waived,
    List<Finding> baselined,
    List<TypeCount> notModelled,
    List<String> notes,
    OptionalInt proofsChecked) {

  public Judgement {
    entryPoints = List.copyOf(entryPoints);
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
    baselined = List.copyOf(baselined);
    notModelled = List.copyOf(notModelled);
    notes = List.copyOf(notes);
  }

  /** Without a baseline, by proofs that nobody checked. */
  public Judgement(
      StackSummary stack,
      Outcome verdict,
      Scope target,
      List<JudgedEntryPoint> entryPoints,
      List<Finding> findings,
      List<Waived> waived,
      List<TypeCount> notModelled,
      List<String> notes) {
    this(
        stack,
        verdict,
        target,
        entryPoints,
        findings,
        waived,
        List.of(),
        notModelled,
        notes,
        OptionalInt.empty());
  }

  /** The verdict over all. */
  public enum Outcome {
    PASSED,
    BLOCKED,
    UNDECIDED
  }

  /** Which stack it was. */
  public record StackSummary(String project, String name, Stack.Source source, int resources) {}

  /** How many resources of a type there are. */
  public record TypeCount(String type, int count) {}

  /** What became of an entry point at its target. */
  public record JudgedEntryPoint(
      Urn urn, String name, Scope target, List<Scope> survives, Outcome verdict) {
    public JudgedEntryPoint {
      survives = List.copyOf(survives);
    }
  }
}
