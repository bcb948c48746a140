package dev.cutset.rego;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A rule or function of the policy, as the plan has compiled it. */
final class Function {
  private final PackedPlan plan;
  private final String name;
  private final int number;
  private final int arity;
  private final int frameSize;
  private final Block[] blocks;

  /** A function; its blocks may call others, which are made when somebody runs them. */
  Function(PackedPlan plan, String name, int number, int arity, int frameSize, Block[] blocks) {
    this.plan = plan;
    this.name = name;
    this.number = number;
    this.arity = arity;
    this.frameSize = frameSize;
    this.blocks = blocks;
  }

  PackedPlan plan() {
    return plan;
  }

  String name() {
    return name;
  }

  /** The path in the policy: the name without the generation that the plan puts before it. */
  String rulePath() {
    return name.replaceFirst("^g[0-9]+\\.", "");
  }

  /** The arguments as a trace shows them: without the documents, which every call has. */
  String shown(@Nullable RegoValue[] arguments) {
    return isRule() ? "" : Tracer.show(Arrays.copyOfRange(arguments, 2, arguments.length));
  }

  /** A rule takes the input and the data only, so that its answer depends on nothing else. */
  boolean isRule() {
    return arity == 2;
  }

  /**
   * Calls a rule, or remembers what it answered under the same documents.
   *
   * @param from the number of the statement that calls
   */
  @Nullable RegoValue ask(
      Evaluation evaluation, @Nullable RegoValue input, @Nullable RegoValue data, int from) {
    @Nullable Object[] answers = evaluation.answers(input, data);
    Object known = answers[number];
    if (known == null) {
      RegoValue answer = call(evaluation, new @Nullable RegoValue[] {input, data}, from);
      answers[number] = answer == null ? Evaluation.UNDEFINED : answer;
      return answer;
    }
    RegoValue answer = known instanceof RegoValue value ? value : null;
    if (evaluation.tracer() != null) {
      evaluation.tracer().known(this, answer, plan.place(from));
    }
    return answer;
  }

  /**
   * Calls it.
   *
   * @param from the number of the statement that calls; below zero if none does
   */
  @Nullable RegoValue call(Evaluation evaluation, @Nullable RegoValue[] arguments, int from) {
    evaluation.spending().enter(plan, from);
    Tracer tracer = evaluation.tracer();
    if (tracer != null && from >= 0) {
      tracer.enter(this, arguments, plan.place(from));
    }
    // The parameters are the first of its variables.
    Frame frame = new Frame(evaluation, this, Arrays.copyOf(arguments, frameSize));
    for (Block block : blocks) {
      if (block.run(frame) == Statement.RETURN) {
        break;
      }
    }
    evaluation.spending().leave();
    if (tracer != null && from >= 0) {
      tracer.exit(this, frame.returned, plan.place(from));
    }
    return frame.returned;
  }
}
