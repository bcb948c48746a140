package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import org.jspecify.annotations.Nullable;

/** Builtins that write and read JSON. */
final class Json {
  private Json() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "json.marshal" -> (context, x) -> new RegoString(GoJson.compact(x[0]));
      case "json.marshal_with_options" -> (context, x) -> new RegoString(marshal(x));
      case "json.unmarshal" -> (context, x) -> unmarshal(context, Operands.text(x, 0));
      case "json.is_valid" -> (context, x) -> RegoBoolean.of(isValid(context, x[0]));
      case "json.filter" ->
          (context, x) -> JsonPaths.filter(Operands.object(x, 0), JsonPaths.tree(x));
      case "json.remove" ->
          (context, x) -> JsonPaths.remove(Operands.object(x, 0), JsonPaths.tree(x));
      case "json.patch" -> (context, x) -> JsonPatch.apply(x[0], Operands.array(x, 1));
      default -> null;
    };
  }

  private static RegoValue unmarshal(BuiltinContext context, String text) {
    try {
      return context.parse(text);
    } catch (IllegalArgumentException e) {
      throw BuiltinException.failed(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isValid(BuiltinContext context, RegoValue value) {
    try {
      return value instanceof RegoString text && unmarshal(context, text.value()) != null;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static String marshal(RegoValue[] x) {
    RegoObject options = Operands.object(x, 1);
    for (RegoValue key : options.keys()) {
      String name = key instanceof RegoString text ? text.value() : "";
      boolean known = name.equals("prefix") || name.equals("indent") || name.equals("pretty");
      if (!known) {
        throw BuiltinException.operand(2, "object contained unknown key " + Notation.of(key));
      }
    }
    String prefix = option(options, "prefix", "");
    String indent = option(options, "indent", "\t");
    RegoValue pretty = options.get("pretty");
    if (pretty != null && !(pretty instanceof RegoBoolean)) {
      throw BuiltinException.operand(2, "key pretty failed cast to bool");
    }
    boolean wanted =
        pretty == null
            ? options.get("prefix") != null || options.get("indent") != null
            : pretty == RegoBoolean.TRUE;
    return wanted ? GoJson.pretty(x[0], prefix, indent) : GoJson.compact(x[0]);
  }

  private static String option(RegoObject options, String name, String usual) {
    RegoValue value = options.get(name);
    if (value != null && !(value instanceof RegoString)) {
      throw BuiltinException.operand(
          2,
          "key "
              + name
              + " failed cast to string: operand must be string but got "
              + value.typeName());
    }
    return value instanceof RegoString text ? text.value() : usual;
  }
}
