package dev.cutset.pulumi.host;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
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
      case STRUCT_VALUE -> {
        Map<String, Value> fields = value.getStructValue().getFieldsMap();
        Value signature = fields.get(ProtocolValues.KEY);
        yield signature != null && signature.getStringValue().equals(ProtocolValues.OUTPUT)
            ? plain(fields)
            : ProtocolWriter.of(without(value.getStructValue()));
      }
      case LIST_VALUE -> {
        ListValue.Builder list = ListValue.newBuilder();
        value.getListValue().getValuesList().forEach(item -> list.addValues(without(item)));
        yield Value.newBuilder().setListValue(list).build();
      }
      default -> value;
    };
  }

  private static Value plain(Map<String, Value> output) {
    Value value = output.get("value");
    Value known = value == null ? ProtocolWriter.UNKNOWN : without(value);
    Value secret = output.get("secret");
    return secret != null && secret.getBoolValue() ? ProtocolWriter.secret(known) : known;
  }
}
