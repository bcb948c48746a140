package dev.cutset.pulumi.pack;

import com.google.protobuf.Struct;
import dev.cutset.pulumi.host.ProtocolValues;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the program asked for, resource by resource. The engine tells it when it looks at a single
 * resource, and tells only what became of it when it looks at the stack: there nobody can tell what
 * was asked for and is not known from what the cloud will add.
 */
final class DeclaredInputs {
  private final Interest interest;
  private final ProtocolValues values;
  private final Map<String, Map<String, Value>> byUrn = new ConcurrentHashMap<>();

  DeclaredInputs(Interest interest, ProtocolValues values) {
    this.interest = interest;
    this.values = values;
  }

  /** All properties, also those that nobody reads. */
  Value.Fields all(Struct properties) {
    Value all = value(com.google.protobuf.Value.newBuilder().setStructValue(properties).build());
    return all instanceof Value.Fields fields ? fields : new Value.Fields(Map.of());
  }

  /** One value; what is secret is dropped. */
  Value value(com.google.protobuf.Value value) {
    return values.value(value);
  }

  /** Takes down what one resource asks for, as far as somebody reads it. */
  Map<String, Value> take(String urn, String type, Struct properties) {
    Map<String, Value> wanted = wanted(type, properties);
    byUrn.put(urn, wanted);
    return wanted;
  }

  Optional<Map<String, Value>> of(String urn) {
    return Optional.ofNullable(byUrn.get(urn));
  }

  /** The properties that somebody reads; what is secret is dropped here. */
  Map<String, Value> wanted(String type, Struct properties) {
    Map<String, Value> wanted = new TreeMap<>();
    properties
        .getFieldsMap()
        .forEach(
            (name, property) -> {
              if (interest.wants(type, name)) {
                Value value = value(property);
                if (!value.equals(Value.NULL)) {
                  wanted.put(name, value);
                }
              }
            });
    return wanted;
  }
}
