package dev.cutset.pulumi.host;

import com.google.protobuf.Struct;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the values of the engine's protocol; what is secret is dropped here. */
final class ProtocolValues {
  static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private static final String KEY = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  private static final String BOOKKEEPING = "__";

  private final Secrets secrets;

  ProtocolValues(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The properties of a resource, without bookkeeping. */
  Map<String, Value> properties(Struct struct) {
    Map<String, Value> properties = new LinkedHashMap<>();
    new TreeMap<>(struct.getFieldsMap())
        .forEach(
            (name, value) -> {
              if (!name.startsWith(BOOKKEEPING)) {
                properties.put(name, value(value));
              }
            });
    return properties;
  }

  Value value(com.google.protobuf.Value value) {
    return switch (value.getKindCase()) {
      case BOOL_VALUE -> Value.of(value.getBoolValue());
      case NUMBER_VALUE -> number(value.getNumberValue());
      case STRING_VALUE -> text(value.getStringValue());
      case LIST_VALUE -> items(value.getListValue().getValuesList());
      case STRUCT_VALUE -> fields(value.getStructValue());
      case NULL_VALUE, KIND_NOT_SET -> Value.NULL;
    };
  }

  private static Value number(double number) {
    return Double.isFinite(number) ? Value.of(number) : Value.UNKNOWN;
  }

  /** A text that a secret or unknown value was put into is no better known than that value. */
  private Value text(String text) {
    if (text.contains(SECRET) || secrets.isIn(text)) {
      return Value.SECRET;
    }
    return text.contains(UNKNOWN) ? Value.UNKNOWN : Value.of(text);
  }

  private Value items(List<com.google.protobuf.Value> values) {
    return new Value.Items(values.stream().map(this::value).toList());
  }

  private Value fields(Struct struct) {
    Map<String, com.google.protobuf.Value> fields = struct.getFieldsMap();
    com.google.protobuf.Value signature = fields.get(KEY);
    if (signature == null) {
      return new Value.Fields(properties(struct));
    }
    return switch (signature.getStringValue()) {
      case SECRET -> Value.SECRET;
      case OUTPUT -> output(fields);
      default -> {
        // Assets, archives and references to resources stay objects, without their signature.
        Map<String, Value> values = properties(struct);
        values.remove(KEY);
        yield new Value.Fields(values);
      }
    };
  }

  private Value output(Map<String, com.google.protobuf.Value> fields) {
    com.google.protobuf.Value secret = fields.get("secret");
    if (secret != null && secret.getBoolValue()) {
      return Value.SECRET;
    }
    com.google.protobuf.Value value = fields.get("value");
    return value == null ? Value.UNKNOWN : value(value);
  }
}
