package dev.cutset.gate;

import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Facts;
import dev.cutset.analysis.FactsBuilder;
import dev.cutset.analysis.Verdict;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.builder.ArchitectureBuilder;
import dev.cutset.catalog.Catalog;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.config.Configuration;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.Judgement.Outcome;
import dev.cutset.policy.Judgement.StackSummary;
import dev.cutset.policy.Settings;
import dev.cutset.policy.Severity;
import dev.cutset.stack.Stack;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Decides whether a stack may pass. */
public final class Gate {
  private final Catalog catalog;
  private final List<Software> software;
  private final Judge judge;
  private final Clock clock;
  private final Audit audit;

  public Gate(Catalog catalog, List<Software> software, Judge judge) {
    this(catalog, software, judge, Clock.systemUTC());
  }

  /**
   * A gate with a clock of its own.
   *
   * @param clock tells the day, on which waivers may have ended
   */
  public Gate(Catalog catalog, List<Software> software, Judge judge, Clock clock) {
    this(catalog, software, judge, clock, Audit.OF_ALL_PROOFS);
  }

  private Gate(Catalog catalog, List<Software> software, Judge judge, Clock clock, Audit audit) {
    this.catalog = catalog;
    this.software = List.copyOf(software);
    this.judge = judge;
    this.clock = clock;
    this.audit = audit;
  }

  /** The same with another judge. */
  public Gate with(Judge other) {
    return new Gate(catalog, software, other, clock, audit);
  }

  /** The same with somebody else who looks at proofs. */
  public Gate with(Audit other) {
    return new Gate(catalog, software, judge, clock, other);
  }

  /** What every failure does to a stack, of which nothing is judged. */
  public Analysis analyse(Stack stack, Configuration configuration) {
    Hints hints = HintsOfConfiguration.hints(configuration);
    Completed completed = new ArchitectureBuilder(catalog, software, hints).build(stack);
    return new Analysis(completed.kindest(), completed.harshest());
  }

  /** Looks at a stack as a configuration asks. */
  public Inspection inspect(Stack stack, Configuration configuration) {
    Hints hints = HintsOfConfiguration.hints(configuration);
    Completed completed = new ArchitectureBuilder(catalog, software, hints).build(stack);
    Architecture harshest = completed.harshest();
    Analysis analysis = new Analysis(completed.kindest(), harshest);
    Facts facts = new FactsBuilder(analysis, hints.target()).facts();
    OptionalInt proofs =
        configuration.verify()
            ? OptionalInt.of(audit.proofs(completed, analysis, facts))
            : OptionalInt.empty();
    List<Finding> found =
        PatchFinder.patched(judge.judge(facts, settings(configuration)), stack, catalog);
    Waivers waivers = Waivers.of(configuration.waivers(), LocalDate.now(clock), found);
    List<Finding> findings = waivers.standing();
    Map<String, List<Finding>> byEntryPoint = byEntryPoint(findings);
    List<JudgedEntryPoint> entryPoints =
        facts.entryPoints().stream()
            .map(entry -> judged(entry, byEntryPoint.getOrDefault(entry.name(), List.of())))
            .toList();
    Judgement judgement =
        new Judgement(
            new StackSummary(stack.project(), stack.name(), stack.source(), stack.size()),
            verdict(findings, entryPoints),
            hints.target(),
            entryPoints,
            findings,
            waivers.waived(),
            List.of(),
            new NotModelled(catalog).in(stack),
            notes(harshest, Mismatches.notes(configuration, stack, harshest), waivers),
            proofs);
    return new Inspection(judgement, completed, stack);
  }

  private static List<String> notes(
      Architecture architecture, List<String> mismatches, Waivers waivers) {
    List<String> notes = new ArrayList<>(architecture.notes());
    notes.addAll(mismatches);
    notes.addAll(waivers.notes());
    return notes;
  }

  private static Settings settings(Configuration configuration) {
    Map<String, Enforcement> enforcements = new HashMap<>();
    Map<String, Severity> severities = new HashMap<>();
    configuration
        .policies()
        .forEach(
            (policy, setting) -> {
              setting.enforcement().ifPresent(asked -> enforcements.put(policy, asked));
              setting.severity().ifPresent(asked -> severities.put(policy, asked));
            });
    return new Settings(enforcements, severities, configuration.undecided());
  }

  static Outcome verdict(List<Finding> findings, List<JudgedEntryPoint> entryPoints) {
    if (findings.stream().anyMatch(Finding::blocks)) {
      return Outcome.BLOCKED;
    }
    return entryPoints.stream().anyMatch(entry -> entry.verdict() == Outcome.UNDECIDED)
        ? Outcome.UNDECIDED
        : Outcome.PASSED;
  }

  static Map<String, List<Finding>> byEntryPoint(List<Finding> findings) {
    Map<String, List<Finding>> found = new HashMap<>();
    for (Finding finding : findings) {
      for (String entryPoint : finding.entryPoints()) {
        found.computeIfAbsent(entryPoint, key -> new ArrayList<>()).add(finding);
      }
    }
    return found;
  }

  static JudgedEntryPoint judged(Facts.EntryPointFact entry, List<Finding> findings) {
    Outcome outcome = Outcome.PASSED;
    for (Finding finding : findings) {
      if (finding.blocks()) {
        outcome = Outcome.BLOCKED;
        break;
      }
      if (isOpen(finding, entry.target())) {
        outcome = Outcome.UNDECIDED;
      }
    }
    return new JudgedEntryPoint(
        entry.urn(), entry.name(), entry.target(), entry.survives(), outcome);
  }

  private static boolean isOpen(Finding finding, Scope target) {
    return finding.verdict() == Verdict.UNKNOWN && finding.scope().compareTo(target) <= 0;
  }
}
