package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProtocolValues;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.util.Map;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** What is known of the one stack that the engine works on. */
final class Session {
  private final DeclaredInputs inputs;
  private final Edges edges;
  private final Optional<EarlyCheck> early;

  private Session(DeclaredInputs inputs, Edges edges, Optional<EarlyCheck> early) {
    this.inputs = inputs;
    this.edges = edges;
    this.early = early;
  }

  /**
   * Begins with a stack.
   *
   * @param early judges it before it is provisioned, if it is going to be
   */
  static Session begin(
      StackIdentity stack, Interest interest, Edges edges, Optional<EarlyCheck> early) {
    return new Session(
        new DeclaredInputs(interest, ProtocolValues.of(stack.config())), edges, early);
  }

  /** Hears of one resource. */
  void sees(AnalyzeRequest resource) {
    Map<String, Value> declared =
        inputs.take(resource.getUrn(), resource.getType(), resource.getProperties());
    edges.sees(declared.values());
  }

  /** All that a resource asks for. */
  Value.Fields properties(AnalyzeRequest resource) {
    return inputs.all(resource.getProperties());
  }

  Stack stack(AnalyzeStackRequest request) throws UnreadableRequestException {
    return new EngineStackReader(inputs).read(request);
  }

  Edges edges() {
    return edges;
  }

  Optional<EarlyCheck> early() {
    return early;
  }

  /** Ends what was begun. */
  void stop() {
    edges.stop();
    early.ifPresent(EarlyCheck::stop);
  }
}
