package dev.cutset.pulumi.pack;

import dev.cutset.policy.Enforcement;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyConfigSchema;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** What the pack says of itself and its policies. */
final class PackInfo {
  static final String NAME = "cutset";

  private PackInfo() {}

  static String version() {
    try (InputStream in =
        Objects.requireNonNull(PackInfo.class.getResourceAsStream("version.txt"), "version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AnalyzerInfo of(PackConfiguration configuration) {
    AnalyzerInfo.Builder info =
        AnalyzerInfo.newBuilder()
            .setName(NAME)
            .setDisplayName("Cutset")
            .setDescription("Refuses stacks that a single failure takes down.")
            .setVersion(version())
            .setSupportsConfig(true);
    configuration.policies().forEach(policy -> info.addPolicies(policy(policy, configuration)));
    return info.addPolicies(incomplete(configuration)).addPolicies(unjudged()).build();
  }

  private static pulumirpc.AnalyzerOuterClass.PolicyInfo policy(
      PolicyInfo policy, PackConfiguration configuration) {
    return pulumirpc.AnalyzerOuterClass.PolicyInfo.newBuilder()
        .setName(policy.id())
        .setDisplayName(policy.title())
        .setDescription(policy.description())
        .setMessage(policy.description())
        .setEnforcementLevel(Protocol.level(configuration.enforcement(policy)))
        .setSeverity(Protocol.severity(configuration.severity(policy)))
        .setPolicyType(PolicyType.POLICY_TYPE_STACK)
        .setRemediationSteps(policy.remediation())
        .setUrl(policy.relatedResources().stream().findFirst().map(r -> r.ref()).orElse(""))
        .addTags(policy.layer())
        .setConfigSchema(schema())
        .build();
  }

  private static pulumirpc.AnalyzerOuterClass.PolicyInfo incomplete(
      PackConfiguration configuration) {
    return pulumirpc.AnalyzerOuterClass.PolicyInfo.newBuilder()
        .setName(IncompletePreview.ID)
        .setDisplayName(IncompletePreview.TITLE)
        .setDescription(IncompletePreview.DESCRIPTION)
        .setMessage(IncompletePreview.DESCRIPTION)
        .setEnforcementLevel(Protocol.level(configuration.incomplete()))
        .setSeverity(Protocol.severity(IncompletePreview.SEVERITY))
        .setPolicyType(PolicyType.POLICY_TYPE_STACK)
        .setRemediationSteps(IncompletePreview.REMEDIATION)
        .build();
  }

  /** Nothing comes of its level before somebody wants it strict. */
  private static pulumirpc.AnalyzerOuterClass.PolicyInfo unjudged() {
    Map<String, Value> strict =
        Map.of(
            "type", Value.of("boolean"),
            "default", Value.of(false),
            "description",
                Value.of("whether an update is judged before anything of it is provisioned"));
    return pulumirpc.AnalyzerOuterClass.PolicyInfo.newBuilder()
        .setName(UnjudgedUpdate.ID)
        .setDisplayName(UnjudgedUpdate.TITLE)
        .setDescription(UnjudgedUpdate.DESCRIPTION)
        .setMessage(UnjudgedUpdate.DESCRIPTION)
        .setEnforcementLevel(Protocol.level(Enforcement.MANDATORY))
        .setSeverity(Protocol.severity(UnjudgedUpdate.SEVERITY))
        .setPolicyType(PolicyType.POLICY_TYPE_RESOURCE)
        .setRemediationSteps(UnjudgedUpdate.REMEDIATION)
        .setConfigSchema(
            PolicyConfigSchema.newBuilder()
                .setProperties(
                    Protocol.struct(Map.of(UnjudgedUpdate.STRICT, new Value.Fields(strict)))))
        .build();
  }

  /** What can be set beside the enforcement level, which the engine adds. */
  private static PolicyConfigSchema schema() {
    Value words = new Value.Items(PackConfiguration.severities().stream().map(Value::of).toList());
    Map<String, Value> severity =
        Map.of(
            "type", Value.of("string"),
            "enum", words,
            "description", Value.of("how bad a finding is, whatever the policy says"));
    return PolicyConfigSchema.newBuilder()
        .setProperties(
            Protocol.struct(Map.of(PackConfiguration.SEVERITY, new Value.Fields(severity))))
        .build();
  }
}
