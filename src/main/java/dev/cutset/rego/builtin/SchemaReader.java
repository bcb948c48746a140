package dev.cutset.rego.builtin;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON schema of draft 4, 6 or 7; without {@code $schema} the words of all are known. */
final class SchemaReader {
  private static final int ANY_DRAFT = 8;

  private final SchemaPool pool;
  private final Map<String, SchemaNode> references = new HashMap<>();
  private final int draft;

  private SchemaReader(RegoValue document) {
    draft = draft(document);
    pool = new SchemaPool(document);
  }

  static SchemaNode read(RegoValue document) {
    SchemaReader reader = new SchemaReader(document);
    return reader.node(reader.pool.root());
  }

  private static int draft(RegoValue document) {
    if (document instanceof RegoBoolean) {
      return ANY_DRAFT;
    } else if (!(document instanceof RegoObject object)) {
      throw failed("schema is invalid");
    } else if (object.get("$schema") == null) {
      return ANY_DRAFT;
    } else if (!(object.get("$schema") instanceof RegoString text)) {
      throw failed("$schema must be of type string");
    } else {
      return switch (text.value().replaceFirst("#$", "")) {
        case "http://json-schema.org/draft-04/schema" -> 4;
        case "http://json-schema.org/draft-06/schema" -> 6;
        case "http://json-schema.org/draft-07/schema" -> 7;
        default -> ANY_DRAFT;
      };
    }
  }

  static BuiltinException failed(String message) {
    return BuiltinException.failed(message);
  }

  static BuiltinException wrongType(String expected, String given) {
    return failed("Invalid type. Expected: " + expected + ", given: " + given);
  }

  private SchemaNode node(RegoValue value) {
    if (draft >= 6 && value instanceof RegoBoolean truth) {
      return SchemaNode.of(truth.value());
    }
    if (!(value instanceof RegoObject object)) {
      throw failed("Expected: Valid Schema, given: Invalid JSON");
    }
    SchemaNode node = new SchemaNode();
    SchemaFields fields = new SchemaFields(object);
    fields.text(draft == 4 || object.get("id") != null && draft == ANY_DRAFT ? "id" : "$id");
    definitions(object.get("definitions"));
    fields.text("title");
    fields.text("description");
    String reference = fields.text("$ref");
    if (reference != null) {
      node.reference = referred(reference);
    } else {
      fill(node, fields);
    }
    return node;
  }

  private void definitions(@Nullable RegoValue definitions) {
    if (definitions == null) {
      return;
    }
    if (!(definitions instanceof RegoObject object)) {
      throw wrongType("Array Of Schemas", "definitions");
    }
    object.forEach((name, schema) -> node(schemaOr(schema, "Array Of Schemas", "definitions")));
  }

  private static RegoValue schemaOr(RegoValue value, String expected, String given) {
    if (value instanceof RegoBoolean || value instanceof RegoObject) {
      return value;
    }
    throw wrongType(expected, given);
  }

  /** A reference is entered before it is read: it may be in what it refers to. */
  private SchemaNode referred(String address) {
    SchemaNode known = references.get(address);
    if (known != null) {
      return known;
    }
    SchemaNode entered = new SchemaNode();
    references.put(address, entered);
    RegoValue value = pool.find(address);
    if (!(value instanceof RegoBoolean || value instanceof RegoObject)) {
      throw failed("Valid Schema must be of type object");
    }
    entered.reference = node(value);
    return entered;
  }

  private void fill(SchemaNode node, SchemaFields fields) {
    SchemaWords.types(node, fields.get("type"));
    ofObjects(node, fields);
    dependencies(node, fields.get("dependencies"));
    ofArrays(node, fields);
    fields.numbers(node, draft == 4, draft == ANY_DRAFT);
    SchemaWords.ofTexts(node, fields);
    node.minProperties = fields.size("minProperties");
    node.maxProperties = fields.size("maxProperties");
    fields.ordered(node.minProperties, node.maxProperties, "minProperties", "maxProperties");
    SchemaWords.required(node, fields);
    node.minItems = fields.size("minItems");
    node.maxItems = fields.size("maxItems");
    node.uniqueItems = fields.truth("uniqueItems");
    node.contains = draft >= 6 ? optional(fields, "contains") : null;
    RegoValue constant = draft >= 6 ? fields.get("const") : null;
    node.constant = constant == null ? null : SchemaFields.canonical(constant);
    SchemaWords.choices(node, fields);
    combined(node, fields);
  }

  private void ofObjects(SchemaNode node, SchemaFields fields) {
    RegoValue properties = fields.get("properties");
    if (properties != null) {
      if (!(properties instanceof RegoObject object)) {
        throw failed("Properties must be of type object");
      }
      object.forEach((name, schema) -> node.properties.put(name(name), node(schema)));
    }
    node.additionalProperties =
        additional(fields.get("additionalProperties"), "additionalProperties");
    RegoValue patterns = fields.get("patternProperties");
    if (patterns != null) {
      if (!(patterns instanceof RegoObject object)) {
        throw wrongType("Valid Schema", "patternProperties");
      }
      object.forEach(
          (name, schema) -> node.patternProperties.put(pattern(name(name)), node(schema)));
    }
    RegoValue names = draft >= 6 ? fields.get("propertyNames") : null;
    node.propertyNames =
        names == null ? null : node(schemaOr(names, "Valid Schema", "patternProperties"));
  }

  private static String name(RegoValue key) {
    return Notation.plain(key);
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw failed("Invalid regex pattern '" + text + "'");
    }
  }

  private @Nullable SchemaNode additional(@Nullable RegoValue value, String name) {
    if (value == null) {
      return null;
    } else if (value instanceof RegoBoolean truth) {
      return SchemaNode.of(truth.value());
    }
    return node(schemaOr(value, "boolean/Valid Schema", name));
  }

  private @Nullable SchemaNode optional(SchemaFields fields, String name) {
    RegoValue value = fields.get(name);
    return value == null ? null : node(value);
  }

  private void dependencies(SchemaNode node, @Nullable RegoValue dependencies) {
    if (dependencies == null) {
      return;
    }
    if (!(dependencies instanceof RegoObject object)) {
      throw failed("dependencies must be of type object");
    }
    object.forEach((key, value) -> node.dependencies.put(name(key), dependency(value)));
  }

  private SchemaNode.Dependency dependency(RegoValue value) {
    if (value instanceof RegoBoolean || value instanceof RegoObject) {
      return new SchemaNode.Dependency(List.of(), node(value));
    }
    List<String> names = new ArrayList<>();
    if (value instanceof RegoArray list) {
      for (RegoValue each : list) {
        names.add(each instanceof RegoString text ? text.value() : noDependency());
      }
      return new SchemaNode.Dependency(List.copyOf(names), null);
    }
    noDependency();
    return new SchemaNode.Dependency(List.of(), null);
  }

  private static String noDependency() {
    throw failed("Dependency must be of type Schema Or Array Of Strings");
  }

  private void ofArrays(SchemaNode node, SchemaFields fields) {
    RegoValue items = fields.get("items");
    String expected = "Valid Schema/Array Of Schemas";
    if (items instanceof RegoArray list) {
      list.forEach(item -> node.items.add(node(schemaOr(item, expected, "items"))));
    } else if (items != null) {
      node.items.add(node(schemaOr(items, expected, "items")));
      node.sameForAllItems = true;
    }
    node.additionalItems = additional(fields.get("additionalItems"), "additionalItems");
  }

  private void combined(SchemaNode node, SchemaFields fields) {
    fields.list("oneOf").forEach(each -> node.oneOf.add(node(each)));
    fields.list("anyOf").forEach(each -> node.anyOf.add(node(each)));
    fields.list("allOf").forEach(each -> node.allOf.add(node(each)));
    node.not = part(fields, "not");
    if (draft >= 7) {
      node.condition = part(fields, "if");
      node.consequence = part(fields, "then");
      node.alternative = part(fields, "else");
    }
  }

  private @Nullable SchemaNode part(SchemaFields fields, String name) {
    RegoValue value = fields.get(name);
    if (value == null || value instanceof RegoBoolean || value instanceof RegoObject) {
      return value == null ? null : node(value);
    }
    throw failed(name + " must be of an object");
  }
}
