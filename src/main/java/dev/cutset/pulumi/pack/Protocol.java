package dev.cutset.pulumi.pack;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import dev.cutset.stack.Value;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;

/** The engine's words for what the policies say. */
final class Protocol {
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

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

  /** A value as the engine writes it; a secret without its content. */
  static com.google.protobuf.Value value(Value value) {
    var sent = com.google.protobuf.Value.newBuilder();
    if (value instanceof Value.Bool bool) {
      sent.setBoolValue(bool.value());
    } else if (value instanceof Value.Num number) {
      sent.setNumberValue(number.value());
    } else if (value instanceof Value.Text text) {
      sent.setStringValue(text.value());
    } else if (value instanceof Value.Items items) {
      ListValue.Builder list = ListValue.newBuilder();
      items.values().forEach(item -> list.addValues(value(item)));
      sent.setListValue(list);
    } else if (value instanceof Value.Fields fields) {
      sent.setStructValue(struct(fields.values()));
    } else if (value instanceof Value.Unknown) {
      sent.setStringValue(UNKNOWN);
    } else if (value instanceof Value.Secret) {
      sent.setStructValue(struct(Map.of(SIGNATURE, Value.of(SECRET))));
    } else {
      sent.setNullValue(NullValue.NULL_VALUE);
    }
    return sent.build();
  }

  static Struct struct(Map<String, Value> values) {
    Struct.Builder struct = Struct.newBuilder();
    values.forEach((name, value) -> struct.putFields(name, value(value)));
    return struct.build();
  }
}
