package dev.cutset.gate;

import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.policy.Baseline;
import dev.cutset.policy.Baseline.Split;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes out of the findings what a baseline knew before, and judges by the rest. */
public final class Baselining {
  private static final int NAMED = 5;

  private Baselining() {}

  /** The same stack, judged by what is new in it. */
  public static Inspection applied(Inspection inspection, Baseline baseline) {
    Judgement judgement = inspection.judgement();
    Split split = baseline.split(judgement);
    List<Finding> standing = new ArrayList<>(judgement.findings());
    standing.removeAll(split.known());
    Map<String, List<Finding>> byEntryPoint = Gate.byEntryPoint(standing);
    List<JudgedEntryPoint> entryPoints =
        judgement.entryPoints().stream()
            .map(entry -> judged(entry, byEntryPoint.getOrDefault(entry.name(), List.of())))
            .toList();
    List<String> notes = new ArrayList<>(judgement.notes());
    split.worse().forEach(finding -> notes.add(worse(finding)));
    if (!split.fixed().isEmpty()) {
      notes.add(fixed(split.fixed()));
    }
    return new Inspection(
        new Judgement(
            judgement.stack(),
            Gate.verdict(standing, entryPoints),
            judgement.target(),
            entryPoints,
            standing,
            judgement.waived(),
            split.known(),
            judgement.notModelled(),
            notes,
            judgement.proofsChecked()),
        inspection.completed(),
        inspection.stack());
  }

  private static JudgedEntryPoint judged(JudgedEntryPoint entry, List<Finding> findings) {
    return Gate.judged(
        new EntryPointFact(entry.urn(), entry.name(), entry.target(), entry.survives()), findings);
  }

  private static String worse(Finding finding) {
    return "the baseline knows "
        + finding.policy()
        + " as milder than it is now, so this counts as new: "
        + finding.title();
  }

  private static String fixed(List<Known> fixed) {
    String named =
        fixed.stream()
            .limit(NAMED)
            .map(known -> known.cause().policy() + " (" + known.title() + ")")
            .collect(Collectors.joining(", "));
    return "no longer found, though in the baseline: "
        + named
        + (fixed.size() > NAMED ? " and " + (fixed.size() - NAMED) + " more" : "")
        + "; `cutset baseline write` drops "
        + (fixed.size() == 1 ? "it" : "them");
  }
}
