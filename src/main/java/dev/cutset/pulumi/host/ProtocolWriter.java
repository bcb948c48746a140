package dev.cutset.pulumi.host;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;

/** Writes values in the engine's protocol. */
final class ProtocolWriter {
  static final Value UNKNOWN = text(ProtocolValues.UNKNOWN);

  private ProtocolWriter() {}

  static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  static Value of(Struct fields) {
    return Value.newBuilder().setStructValue(fields).build();
  }

  /** A value; a program gets a stand-in for a secret, marked as one. */
  static Value of(dev.cutset.stack.Value value) {
    if (value instanceof dev.cutset.stack.Value.Text text) {
      return text(text.value());
    }
    if (value instanceof dev.cutset.stack.Value.Bool truth) {
      return Value.newBuilder().setBoolValue(truth.value()).build();
    }
    if (value instanceof dev.cutset.stack.Value.Num number) {
      return Value.newBuilder().setNumberValue(number.value()).build();
    }
    if (value instanceof dev.cutset.stack.Value.Items items) {
      ListValue.Builder list = ListValue.newBuilder();
      items.values().forEach(item -> list.addValues(of(item)));
      return Value.newBuilder().setListValue(list).build();
    }
    if (value instanceof dev.cutset.stack.Value.Fields fields) {
      return of(struct(fields.values()));
    }
    if (value instanceof dev.cutset.stack.Value.Secret) {
      return secret(text(StackSettingsReader.STAND_IN));
    }
    return value instanceof dev.cutset.stack.Value.Unknown
        ? UNKNOWN
        : Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
  }

  /** A value, marked as secret. */
  static Value secret(Value value) {
    return of(
        Struct.newBuilder()
            .putFields(ProtocolValues.KEY, text(ProtocolValues.SECRET))
            .putFields("value", value)
            .build());
  }

  static Struct struct(Map<String, dev.cutset.stack.Value> fields) {
    Struct.Builder struct = Struct.newBuilder();
    fields.forEach((name, field) -> struct.putFields(name, of(field)));
    return struct.build();
  }

  static boolean holdsSecret(dev.cutset.stack.Value value) {
    if (value instanceof dev.cutset.stack.Value.Items items) {
      return items.values().stream().anyMatch(ProtocolWriter::holdsSecret);
    }
    if (value instanceof dev.cutset.stack.Value.Fields fields) {
      return fields.values().values().stream().anyMatch(ProtocolWriter::holdsSecret);
    }
    return value instanceof dev.cutset.stack.Value.Secret;
  }
}
