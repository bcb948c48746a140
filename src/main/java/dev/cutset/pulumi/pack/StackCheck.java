package dev.cutset.pulumi.pack;

import dev.cutset.gate.Gate;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.TypeCount;
import dev.cutset.policy.Waived;
import dev.cutset.pulumi.pack.Edges.Completed;
import dev.cutset.report.ViolationText;
import dev.cutset.stack.Stack;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/** Takes a stack as the engine sent it to what the engine shows. */
final class StackCheck {
  private static final int TYPES_SHOWN = 12;

  private final ViolationText text = new ViolationText();
  private final Gate gate;
  private final PackConfiguration configuration;
  private final Edges edges;
  private final Log log;

  StackCheck(Gate gate, PackConfiguration configuration, Edges edges, Log log) {
    this.gate = gate;
    this.configuration = configuration;
    this.edges = edges;
    this.log = log;
  }

  AnalyzeResponse check(Stack engine) {
    Completed seen = edges.complete(engine);
    if (!seen.lost().isEmpty()) {
      log.warning(
          "this preview is incomplete, so nothing passes for certain: what "
              + IncompletePreview.named(seen.lost())
              + " refers to cannot be seen: "
              + seen.reason());
    }
    Judgement judgement = gate.inspect(seen.stack(), configuration.configuration()).judgement();
    say(judgement);
    return new Violations(configuration).of(judgement, seen);
  }

  /** What is to be said of the stack as a whole: the engine has no better place for it. */
  private void say(Judgement judgement) {
    if (judgement.entryPoints().isEmpty() && judgement.findings().isEmpty()) {
      if (judgement.stack().resources() > 1) {
        log.info(text.verdict(judgement));
      }
    } else {
      log.debug(
          judgement.verdict().name().toLowerCase(Locale.ROOT) + ": " + text.verdict(judgement));
    }
    judgement.proofsChecked().ifPresent(proofs -> log.info(text.checked(proofs)));
    if (!judgement.notModelled().isEmpty()) {
      log.info("not modelled, so not looked at: " + types(judgement.notModelled()));
    }
    judgement.waived().forEach(one -> log.info(accepted(one)));
    judgement.notes().forEach(log::info);
  }

  private static String accepted(Waived waived) {
    return "waived until "
        + waived.expires()
        + " by "
        + waived.owner()
        + ": "
        + waived.finding().title()
        + " ("
        + waived.finding().policy()
        + "): "
        + waived.reason();
  }

  private static String types(List<TypeCount> types) {
    String shown =
        types.stream()
            .limit(TYPES_SHOWN)
            .map(type -> type.type() + (type.count() > 1 ? " (" + type.count() + ")" : ""))
            .collect(Collectors.joining(", "));
    return types.size() > TYPES_SHOWN
        ? shown + " and " + (types.size() - TYPES_SHOWN) + " more types"
        : shown;
  }
}
