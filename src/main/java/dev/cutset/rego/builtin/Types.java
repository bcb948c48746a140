package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builtins that tell or change the type of a value. */
final class Types {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Types() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "is_array" -> (context, x) -> is(x[0], RegoArray.class);
      case "is_boolean" -> (context, x) -> is(x[0], RegoBoolean.class);
      case "is_null" -> (context, x) -> is(x[0], RegoNull.class);
      case "is_number" -> (context, x) -> is(x[0], RegoNumber.class);
      case "is_object" -> (context, x) -> is(x[0], RegoObject.class);
      case "is_set" -> (context, x) -> is(x[0], RegoSet.class);
      case "is_string" -> (context, x) -> is(x[0], RegoString.class);
      case "type_name" -> (context, x) -> new RegoString(x[0].typeName());
      case "to_number" -> (context, x) -> toNumber(x);
      default -> findCast(name);
    };
  }

  private static @Nullable Builtin findCast(String name) {
    return switch (name) {
      case "cast_array" -> (context, x) -> castArray(x);
      case "cast_set" -> (context, x) -> castSet(x);
      case "cast_string" -> (context, x) -> cast(x, RegoString.class, "string");
      case "cast_boolean" -> (context, x) -> cast(x, RegoBoolean.class, "boolean");
      case "cast_null" -> (context, x) -> cast(x, RegoNull.class, "null");
      case "cast_object" -> (context, x) -> cast(x, RegoObject.class, "object");
      default -> null;
    };
  }

  private static RegoValue is(RegoValue value, Class<? extends RegoValue> type) {
    return type.isInstance(value) ? RegoBoolean.TRUE : RegoBoolean.FALSE;
  }

  private static RegoValue cast(RegoValue[] x, Class<? extends RegoValue> type, String name) {
    if (type.isInstance(x[0])) {
      return x[0];
    }
    throw Operands.wrongType(x, 0, name);
  }

  private static RegoValue castArray(RegoValue[] x) {
    List<RegoValue> elements = new ArrayList<>();
    Operands.elements(x, 0).forEach(elements::add);
    return RegoArray.of(elements);
  }

  private static RegoValue castSet(RegoValue[] x) {
    RegoSet.Builder elements = RegoSet.builder();
    Operands.elements(x, 0).forEach(elements::add);
    return elements.build();
  }

  private static RegoValue toNumber(RegoValue[] x) {
    if (x[0] instanceof RegoNull) {
      return RegoNumber.of(0);
    } else if (x[0] instanceof RegoBoolean truth) {
      return RegoNumber.of(truth.value() ? 1 : 0);
    } else if (x[0] instanceof RegoNumber) {
      return x[0];
    } else if (x[0] instanceof RegoString text) {
      if (text.value().matches("(?i)[+-]*(inf|infinity|nan)")) {
        throw Operands.wrongType(x, 0, "valid number string");
      }
      return parse(text.value());
    }
    throw Operands.wrongType(x, 0, "null", "boolean", "number", "string");
  }

  private static RegoValue parse(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw BuiltinException.failed("parsing \"" + text + "\": invalid syntax");
    }
    try {
      return RegoNumber.parse(text);
    } catch (NumberFormatException e) {
      throw BuiltinException.failed(String.valueOf(e.getMessage()));
    }
  }
}
