package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProtocolValues;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** What is known of the one stack that the engine works on. */
final class Session {
  private final DeclaredInputs inputs;
  private final Edges edges;

  private Session(DeclaredInputs inputs, Edges edges) {
    this.inputs = inputs;
    this.edges = edges;
  }

  /** Begins with a stack. */
  static Session begin(StackIdentity stack, Interest interest, Edges edges) {
    return new Session(new DeclaredInputs(interest, ProtocolValues.of(stack.config())), edges);
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

  Stack stack(AnalyzeStackRequest request) {
    return new EngineStackReader(inputs).read(request);
  }

  Edges edges() {
    return edges;
  }

  /** Ends what was begun. */
  void stop() {
    edges.stop();
  }
}
