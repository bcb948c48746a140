package dev.cutset.pulumi.pack;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;

/** The engine's words for what the policies say. */
final class Protocol {
  private Protocol() {}

  static EnforcementLevel level(Enforcement enforcement) {
    return switch (enforcement) {
      case DISABLED -> EnforcementLevel.DISABLED;
      case ADVISORY -> EnforcementLevel.ADVISORY;
      case MANDATORY -> EnforcementLevel.MANDATORY;
      case REMEDIATE -> EnforcementLevel.REMEDIATE;
    };
  }

  static Enforcement enforcement(EnforcementLevel level) {
    return switch (level) {
      case DISABLED -> Enforcement.DISABLED;
      case ADVISORY -> Enforcement.ADVISORY;
      case MANDATORY -> Enforcement.MANDATORY;
      case REMEDIATE -> Enforcement.REMEDIATE;
      case UNRECOGNIZED ->
          throw new IllegalArgumentException("the engine sent an unknown enforcement level");
    };
  }

  static PolicySeverity severity(Severity severity) {
    return switch (severity) {
      case LOW -> PolicySeverity.POLICY_SEVERITY_LOW;
      case MEDIUM -> PolicySeverity.POLICY_SEVERITY_MEDIUM;
      case HIGH -> PolicySeverity.POLICY_SEVERITY_HIGH;
      case CRITICAL -> PolicySeverity.POLICY_SEVERITY_CRITICAL;
    };
  }

  /** A value of plain Java. */
  static Value value(Object plain) {
    Value.Builder value = Value.newBuilder();
    if (plain instanceof Map<?, ?> fields) {
      Struct.Builder struct = Struct.newBuilder();
      fields.forEach((name, field) -> struct.putFields(name.toString(), value(field)));
      return value.setStructValue(struct).build();
    }
    if (plain instanceof List<?> items) {
      items.forEach(item -> value.getListValueBuilder().addValues(value(item)));
      return value.build();
    }
    return value.setStringValue(plain.toString()).build();
  }
}
