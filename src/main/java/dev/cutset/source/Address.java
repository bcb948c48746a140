package dev.cutset.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a Terraform resource is: in which instance of which module, and which of its instances.
 *
 * @param modules the module instances from the root down
 * @param managed whether Terraform manages it; data sources are only read
 * @param type Terraform's type
 * @param local what the configuration of its module calls it
 * @param key its key among the instances of one {@code count} or {@code for_each}
 */
record Address(
    List<Module> modules, boolean managed, String type, String local, Optional<String> key) {

  Address {
    modules = List.copyOf(modules);
  }

  /** One instance of a module call. */
  record Module(String name, Optional<String> key) {}

  /** Takes an address apart; empty if the text is none. */
  static Optional<Address> of(String text) {
    // Most are of the root module, and there is one of them: their text is kept once.
    int dot = text.indexOf('.');
    boolean plain =
        dot > 0
            && dot + 1 < text.length()
            && text.indexOf('.', dot + 1) < 0
            && text.indexOf('[') < 0
            && !text.startsWith("module.")
            && !text.startsWith("data.");
    return plain
        ? Optional.of(new Address(List.of(), true, text.substring(0, dot), text, Optional.empty()))
        : parsed(text);
  }

  private static Optional<Address> parsed(String text) {
    Reference reference = Reference.of(text);
    List<Module> modules = new ArrayList<>();
    int at = 0;
    while (reference.name(at).equals("module")) {
      Optional<String> key = key(reference, at + 2);
      modules.add(new Module(reference.name(at + 1), key));
      at += key.isPresent() ? 3 : 2;
    }
    boolean managed = !reference.name(at).equals("data");
    at += managed ? 0 : 1;
    String type = reference.name(at);
    String name = reference.name(at + 1);
    if (type.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    String local = local(managed, type, name);
    return Optional.of(new Address(modules, managed, type, local, key(reference, at + 2)));
  }

  private static Optional<String> key(Reference reference, int position) {
    return reference.hasIndex(position)
        ? Optional.of(reference.parts().get(position).text())
        : Optional.empty();
  }

  static String local(boolean managed, String type, String name) {
    return (managed ? "" : "data.") + type + "." + name;
  }

  /** The provider that Terraform takes where nothing names one: the type begins with it. */
  String provider() {
    int end = type.indexOf('_');
    return end < 0 ? type : type.substring(0, end);
  }

  /** The same with another text of the same type. */
  Address withType(String shared) {
    return new Address(modules, managed, shared, local, key);
  }

  /** The address as it is written in the configuration, without the keys of instances. */
  String written() {
    if (modules.isEmpty()) {
      return local;
    }
    StringBuilder written = new StringBuilder();
    modules.forEach(module -> written.append("module.").append(module.name()).append('.'));
    return written.append(local).toString();
  }
}
