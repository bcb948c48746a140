package dev.cutset.rego;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A rule or function of the policy, as the plan has compiled it. */
final class Function {
  private final String name;
  private final int number;
  private final int arity;
  private Block[] blocks = {};
  private int frameSize;

  Function(String name, int number, int arity) {
    this.name = name;
    this.number = number;
    this.arity = arity;
  }

  /** Completes the function once all others are known, since they may call one another. */
  void define(Block[] body, int size) {
    blocks = body;
    frameSize = size;
  }

  /** The path in the policy: the name without the generation that the plan puts before it. */
  String rulePath() {
    return name.replaceFirst("^g[0-9]+\\.", "");
  }

  /** The arguments as a trace shows them: without the documents, which every call has. */
  String shown(@Nullable RegoValue[] arguments) {
    return isRule() ? "" : Tracer.show(Arrays.copyOfRange(arguments, 2, arguments.length));
  }

  int arity() {
    return arity;
  }

  /** A rule takes the input and the data only, so that its answer depends on nothing else. */
  boolean isRule() {
    return arity == 2;
  }

  /** Calls a rule, or remembers what it answered under the same documents. */
  @Nullable RegoValue ask(
      Evaluation evaluation,
      @Nullable RegoValue input,
      @Nullable RegoValue data,
      @Nullable Location from) {
    @Nullable Object[] answers = evaluation.answers(input, data);
    Object known = answers[number];
    if (known == null) {
      RegoValue answer = call(evaluation, new @Nullable RegoValue[] {input, data}, from);
      answers[number] = answer == null ? Evaluation.UNDEFINED : answer;
      return answer;
    }
    RegoValue answer = known instanceof RegoValue value ? value : null;
    if (evaluation.tracer() != null && from != null) {
      evaluation.tracer().known(this, answer, from);
    }
    return answer;
  }

  @Nullable RegoValue call(
      Evaluation evaluation, @Nullable RegoValue[] arguments, @Nullable Location from) {
    evaluation.spending().enter(from);
    Tracer tracer = evaluation.tracer();
    if (tracer != null && from != null) {
      tracer.enter(this, arguments, from);
    }
    // The parameters are the first of its variables.
    Frame frame = new Frame(evaluation, Arrays.copyOf(arguments, frameSize));
    for (Block block : blocks) {
      if (block.run(frame) == Statement.RETURN) {
        break;
      }
    }
    evaluation.spending().leave();
    if (tracer != null && from != null) {
      tracer.exit(this, frame.returned, from);
    }
    return frame.returned;
  }
}
