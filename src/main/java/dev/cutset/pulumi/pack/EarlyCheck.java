package dev.cutset.pulumi.pack;

import dev.cutset.gate.Gate;
import dev.cutset.policy.JudgeException;
import dev.cutset.policy.Judgement;
import dev.cutset.pulumi.pack.SecondRun.Outcome;
import dev.cutset.remedy.Remedies;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/**
 * Judges an update before anything of it is provisioned. The engine shows the stack as a whole only
 * at the end of a preview and of the update itself; so the program is run beside the engine when
 * that comes with the first resource, which waits for the verdict.
 */
final class EarlyCheck {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SecondRun run;
  private final Log log;
  private Optional<AnalyzeResponse> verdict = Optional.empty();

  EarlyCheck(Program program, Log log) {
    this.run = new SecondRun(program);
    this.log = log;
  }

  /** What keeps the stack from being provisioned; the first resource hears all of it. */
  synchronized AnalyzeResponse check(Gate gate, Remedies remedies, PackConfiguration configuration)
      throws JudgeException {
    if (verdict.isEmpty()) {
      AnalyzeResponse first = judge(gate, remedies, configuration);
      verdict = Optional.of(first);
      return first;
    }
    return verdict.get().getDiagnosticsCount() == 0
        ? AnalyzeResponse.getDefaultInstance()
        : new Violations(configuration)
            .unjudged("the update was refused: see what is said of the first resource");
  }

  private AnalyzeResponse judge(Gate gate, Remedies remedies, PackConfiguration configuration)
      throws JudgeException {
    Outcome outcome = run.await(PATIENCE);
    if (outcome instanceof Outcome.Failed failed) {
      return new Violations(configuration).unjudged(UnjudgedUpdate.text(failed.reason()));
    }
    Stack stack = mended(((Outcome.Declared) outcome).stack(), remedies, configuration);
    Judgement judgement = gate.inspect(stack, configuration.configuration()).judgement();
    AnalyzeResponse blocking = new Violations(configuration).blocking(judgement);
    log.debug(
        "before the update: "
            + stack.resources().size()
            + " resources declared, "
            + blocking.getDiagnosticsCount()
            + " findings that block");
    return blocking;
  }

  /** As the engine will have it: with what policies change that may. */
  private static Stack mended(Stack stack, Remedies remedies, PackConfiguration configuration) {
    Set<String> policies = configuration.remediating();
    List<Resource> resources =
        stack.resources().stream().map(one -> mended(one, remedies, policies)).toList();
    return stack.with(resources);
  }

  private static Resource mended(Resource resource, Remedies remedies, Set<String> policies) {
    Value.Fields inputs = new Value.Fields(resource.inputs());
    return resource.withInputs(
        Remedies.applied(inputs, remedies.changes(resource.type(), inputs, policies)).values());
  }

  void stop() {
    run.stop();
  }
}
