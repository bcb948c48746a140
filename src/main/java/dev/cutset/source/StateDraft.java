package dev.cutset.source;

import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A resource of a state file while it is being read. */
final class StateDraft {
  static final String ADVICE = "make the file with `terraform state pull`";

  String module = "";
  String type = "";
  String name = "";
  String provider = "";
  boolean managed = true;
  final List<Instance> instances = new ArrayList<>();

  /** One instance of a resource. */
  static final class Instance {
    String key = "";
    boolean deposed;
    Map<String, Value> attributes = Map.of();
    Map<String, Value> sensitive = Map.of();
    final List<Address> dependencies = new ArrayList<>();
  }

  /** What stands before the names of its module. */
  String prefix() {
    return module.isEmpty() ? "" : module + ".";
  }

  String text(Instance instance) {
    return prefix() + Address.local(managed, type, name) + instance.key;
  }
}
