package dev.cutset.pulumi.host;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;

/**
 * Output values of the engine's protocol, which carry what they depend on. Not everybody reads
 * them.
 */
final class OutputValues {
  private OutputValues() {}

  /** The same, with each output value as what it is: known, unknown or secret. */
  static Struct without(Struct fields) {
    Struct.Builder plain = Struct.newBuilder();
    fields.getFieldsMap().forEach((name, value) -> plain.putFields(name, without(value)));
    return plain.build();
  }

  private static Value without(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE ->
          isOutput(value)
              ? plain(value.getStructValue().getFieldsMap())
              : ProtocolWriter.of(without(value.getStructValue()));
      case LIST_VALUE -> {
        ListValue.Builder list = ListValue.newBuilder();
        value.getListValue().getValuesList().forEach(item -> list.addValues(without(item)));
        yield Value.newBuilder().setListValue(list).build();
      }
      default -> value;
    };
  }

  /** The same, where each value that depends on something is an output value that says so. */
  static Struct with(Map<String, List<String>> dependencies, Struct fields) {
    Struct.Builder all = Struct.newBuilder();
    fields
        .getFieldsMap()
        .forEach(
            (name, value) -> {
              List<String> on = dependencies.getOrDefault(name, List.of());
              all.putFields(name, on.isEmpty() || isOutput(value) ? value : output(value, on));
            });
    return all.build();
  }

  private static Value output(Value value, List<String> dependencies) {
    ListValue.Builder on = ListValue.newBuilder();
    dependencies.forEach(urn -> on.addValues(ProtocolWriter.text(urn)));
    Struct.Builder output =
        Struct.newBuilder()
            .putFields(ProtocolValues.KEY, ProtocolWriter.text(ProtocolValues.OUTPUT))
            .putFields("dependencies", Value.newBuilder().setListValue(on).build());
    Value known = value;
    if (signature(value).equals(ProtocolValues.SECRET)) {
      output.putFields("secret", Value.newBuilder().setBoolValue(true).build());
      known = value.getStructValue().getFieldsOrDefault("value", ProtocolWriter.UNKNOWN);
    }
    if (!known.equals(ProtocolWriter.UNKNOWN)) {
      output.putFields("value", known);
    }
    return ProtocolWriter.of(output.build());
  }

  private static boolean isOutput(Value value) {
    return signature(value).equals(ProtocolValues.OUTPUT);
  }

  private static String signature(Value value) {
    Value signature = value.getStructValue().getFieldsMap().get(ProtocolValues.KEY);
    return signature == null ? "" : signature.getStringValue();
  }

  private static Value plain(Map<String, Value> output) {
    Value value = output.get("value");
    Value known = value == null ? ProtocolWriter.UNKNOWN : without(value);
    Value secret = output.get("secret");
    return secret != null && secret.getBoolValue() ? ProtocolWriter.secret(known) : known;
  }
}
