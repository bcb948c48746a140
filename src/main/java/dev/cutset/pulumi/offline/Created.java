package dev.cutset.pulumi.offline;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The resources that this provider has made or been shown, by identifier, so that one can be
 * described by another: an instance is in the zone of its subnet.
 */
final class Created {
  private final Map<String, Struct> byId = new ConcurrentHashMap<>();

  void remember(String id, Struct outputs) {
    if (!id.isEmpty()) {
      byId.put(id, outputs);
    }
  }

  void forget(String id) {
    byId.remove(id);
  }

  Optional<Value> property(String id, String name) {
    Struct outputs = byId.get(id);
    return outputs == null ? Optional.empty() : Protocol.property(outputs, name);
  }
}
