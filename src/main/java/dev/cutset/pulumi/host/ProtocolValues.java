package dev.cutset.pulumi.host;

import com.google.protobuf.Struct;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the values of the engine's protocol; what is secret is dropped here. */
public final class ProtocolValues {
  static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  static final String KEY = "4dabf18193072939515e22adb298388d";
  static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  private static final String BOOKKEEPING = "__";

  /** What else stands for values that are not known, each kind of value having its own. */
  private static final List<String> UNKNOWNS =
      List.of(
          UNKNOWN,
          "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
          "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
          "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
          "030794c1-ac77-496b-92df-f27374a8bd58",
          "e48ece36-62e2-4504-bad9-02848725956a",
          "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

  private final Secrets secrets;

  ProtocolValues(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Those of a program that was given a configuration. */
  public static ProtocolValues of(ProgramConfig.Given config) {
    return new ProtocolValues(
        new Secrets(new StackSettings("", "", config.values(), config.secretKeys())));
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

  /** One value. */
  public Value value(com.google.protobuf.Value value) {
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
    boolean unknown =
        text.length() >= UNKNOWN.length() && UNKNOWNS.stream().anyMatch(text::contains);
    return unknown ? Value.UNKNOWN : Value.of(text);
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
