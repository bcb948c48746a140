package dev.cutset.pulumi.pack;

import java.util.Map;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/**
 * Which stack the engine works on, and how.
 *
 * @param preview whether nothing is provisioned
 * @param config by full key; secrets are in plain text, so this is never shown
 * @param secretKeys which of the keys are secret
 */
record StackIdentity(
    String project,
    String name,
    boolean preview,
    Map<String, String> config,
    Set<String> secretKeys) {

  /** When the engine has not said: in {@code pulumi policy analyze} it never does. */
  static final StackIdentity UNTOLD = new StackIdentity("", "", false, Map.of(), Set.of());

  StackIdentity {
    config = Map.copyOf(config);
    secretKeys = Set.copyOf(secretKeys);
  }

  static StackIdentity of(AnalyzerStackConfigureRequest request) {
    return new StackIdentity(
        request.getProject(),
        request.getStack(),
        request.getDryRun(),
        request.getConfigMap(),
        Set.copyOf(request.getConfigSecretKeysList()));
  }

  /** Without the configuration, which can be secret. */
  @Override
  public String toString() {
    return project + "/" + name + (preview ? ", previewed" : "");
  }
}
