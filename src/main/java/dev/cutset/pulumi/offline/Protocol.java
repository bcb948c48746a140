package dev.cutset.pulumi.offline;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The values of the engine's protocol. */
final class Protocol {
  /** What stands for a value that is not known yet. */
  static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** The key of an object that is no object but something marked, such as a secret. */
  static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  private Protocol() {}

  /** The value of a YAML node. */
  static Value of(Object node) {
    if (node instanceof Boolean truth) {
      return of(truth.booleanValue());
    }
    if (node instanceof Number number) {
      return of(number.doubleValue());
    }
    if (node instanceof List<?> items) {
      return of(items.stream().map(Protocol::of).toList());
    }
    if (node instanceof Map<?, ?> fields) {
      Struct.Builder struct = Struct.newBuilder();
      fields.forEach((name, value) -> struct.putFields(name.toString(), of(value)));
      return of(struct.build());
    }
    return of(node.toString());
  }

  static Value of(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  static Value of(boolean truth) {
    return Value.newBuilder().setBoolValue(truth).build();
  }

  static Value of(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  static Value of(Struct fields) {
    return Value.newBuilder().setStructValue(fields).build();
  }

  static Value of(List<Value> items) {
    return Value.newBuilder().setListValue(ListValue.newBuilder().addAllValues(items)).build();
  }

  static Value nothing() {
    return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
  }

  /** Whether an object is no object but something marked, such as a secret. */
  static boolean isMarked(Struct fields) {
    return fields.containsFields(SIGNATURE);
  }

  /** A property that is there and is not null. */
  static Optional<Value> property(Struct fields, String name) {
    Value value = fields.getFieldsMap().get(name);
    return value == null || value.hasNullValue() ? Optional.empty() : Optional.of(value);
  }

  /** The text of a scalar; none for a list, an object, a secret or an unknown value. */
  static Optional<String> text(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE ->
          Optional.of(value.getStringValue()).filter(text -> !text.equals(UNKNOWN));
      case BOOL_VALUE -> Optional.of(Boolean.toString(value.getBoolValue()));
      case NUMBER_VALUE -> Optional.of(number(value.getNumberValue()));
      default -> Optional.empty();
    };
  }

  static Optional<String> text(Struct fields, String name) {
    return property(fields, name).flatMap(Protocol::text);
  }

  /** The same text for the same content, whatever the order of its fields. */
  static String canonical(Struct fields) {
    return canonical(of(fields));
  }

  private static String canonical(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE -> {
        StringBuilder text = new StringBuilder("{");
        new TreeMap<>(value.getStructValue().getFieldsMap())
            .forEach((name, field) -> text.append(name).append(canonical(field)).append(','));
        yield text.append('}').toString();
      }
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream()
              .map(Protocol::canonical)
              .toList()
              .toString();
      case STRING_VALUE -> '"' + value.getStringValue() + '"';
      default -> text(value).orElse("null");
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
