package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProgramConfig;
import java.util.Map;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/**
 * Which stack the engine works on, and how.
 *
 * @param preview whether nothing is provisioned
 * @param config with its secrets, which are never shown
 */
record StackIdentity(
    String organization, String project, String name, boolean preview, ProgramConfig.Given config) {

  /** When the engine has not said: in {@code pulumi policy analyze} it never does. */
  static final StackIdentity UNTOLD =
      new StackIdentity("", "", "", false, new ProgramConfig.Given(Map.of(), Set.of()));

  static StackIdentity of(AnalyzerStackConfigureRequest request) {
    return new StackIdentity(
        request.getOrganization(),
        request.getProject(),
        request.getStack(),
        request.getDryRun(),
        new ProgramConfig.Given(
            request.getConfigMap(), Set.copyOf(request.getConfigSecretKeysList())));
  }

  /** Whether the engine is about to provision it. */
  boolean isUpdate() {
    return !preview && !name.isEmpty();
  }

  /** As Pulumi names a stack among those of others. */
  String fullName() {
    return organization.isEmpty() ? name : organization + "/" + project + "/" + name;
  }
}
