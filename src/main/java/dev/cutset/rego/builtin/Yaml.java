package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import org.jspecify.annotations.Nullable;

/** Builtins that write and read YAML. */
final class Yaml {
  private Yaml() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "yaml.marshal" -> (context, x) -> new RegoString(YamlWriter.write(x[0]));
      case "yaml.unmarshal" -> (context, x) -> YamlReader.read(Operands.text(x, 0));
      case "yaml.is_valid" -> (context, x) -> RegoBoolean.of(isValid(x[0]));
      default -> null;
    };
  }

  private static boolean isValid(RegoValue value) {
    try {
      return value instanceof RegoString text && YamlReader.read(text.value()) != null;
    } catch (BuiltinException e) {
      return false;
    }
  }
}
