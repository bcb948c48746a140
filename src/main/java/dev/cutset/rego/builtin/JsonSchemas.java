package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import org.jspecify.annotations.Nullable;

/** Builtins with JSON schemas. */
final class JsonSchemas {
  private JsonSchemas() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "json.match_schema" -> (context, x) -> match(context, x[0], x[1]);
      case "json.verify_schema" -> (context, x) -> verify(x[0]);
      default -> null;
    };
  }

  private static RegoValue match(BuiltinContext context, RegoValue document, RegoValue schema) {
    RegoValue value = document(document);
    SchemaNode node =
        context.remembered(JsonSchemas.class, schema, it -> SchemaReader.read(document(it)));
    SchemaResult result = SchemaCheck.check(node, value);
    return RegoArray.of(RegoBoolean.of(result.isValid()), result.errors());
  }

  private static RegoValue verify(RegoValue schema) {
    try {
      SchemaReader.read(document(schema));
      return RegoArray.of(RegoBoolean.TRUE, RegoNull.NULL);
    } catch (BuiltinException e) {
      return RegoArray.of(RegoBoolean.FALSE, new RegoString("jsonschema: " + e.getMessage()));
    }
  }

  /** A document may be given as the text of its JSON. */
  private static RegoValue document(RegoValue value) {
    if (value instanceof RegoString text) {
      try {
        return RegoValue.parse(text.value());
      } catch (IllegalArgumentException e) {
        throw BuiltinException.failed("invalid JSON string");
      }
    } else if (value instanceof RegoObject || value instanceof RegoArray) {
      // Through JSON, where a set is an array and each key a text.
      return RegoValue.parse(value.toJson());
    }
    throw BuiltinException.failed("wrong type, expected string or object");
  }
}
