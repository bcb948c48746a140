package dev.cutset.rego.builtin;

import com.google.re2j.Pattern;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.HashMap;
import java.util.Map;

/** Compares a value with a schema; each step that goes well is credited, to find near misses. */
final class SchemaCheck {
  private final SchemaNode schema;
  private final RegoValue value;
  private final SchemaResult result;
  private final String path;

  private SchemaCheck(SchemaNode schema, RegoValue value, SchemaResult result, String path) {
    this.schema = schema;
    this.value = value;
    this.result = result;
    this.path = path;
  }

  static SchemaResult check(SchemaNode schema, RegoValue value) {
    return check(schema, value, "");
  }

  static SchemaResult check(SchemaNode schema, RegoValue value, String path) {
    SchemaResult result = new SchemaResult();
    check(schema, value, result, path);
    return result;
  }

  /** Checks a value as a part of what a result is made for. */
  static void check(SchemaNode schema, RegoValue value, SchemaResult result, String path) {
    SchemaNode meant = schema;
    while (meant.reference != null) {
      meant = meant.reference;
    }
    new SchemaCheck(meant, value, result, path).run();
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void fail(String type, String description) {
    result.add(type, path, description);
  }

  private void run() {
    if (schema.verdict != null) {
      if (!schema.verdict) {
        fail("false", "False always fails validation");
      }
      return;
    }
    String type = type(value);
    boolean fits = schema.types.contains(type) || type.equals("integer") && takesNumbers();
    if (!schema.types.isEmpty() && !fits) {
      fail("invalid_type", "Invalid type. Expected: " + schema.typeNames() + ", given: " + type);
      return;
    }
    new SchemaCombination(schema, value, result, path).check();
    SchemaScalars scalar = new SchemaScalars(schema, result, path);
    if (value instanceof RegoArray array) {
      array(array);
    } else if (value instanceof RegoObject object) {
      object(object);
    } else if (value instanceof RegoNumber number) {
      scalar.number(number.decimal());
    }
    scalar.common(value);
    if (value instanceof RegoString text) {
      scalar.text(text.value());
    } else if (value instanceof RegoObject object) {
      properties(object);
    }
    result.credit();
  }

  private boolean takesNumbers() {
    return schema.types.contains("number");
  }

  private static String type(RegoValue value) {
    if (value instanceof RegoNumber number) {
      return number.integer() == null ? "number" : "integer";
    }
    return value.typeName();
  }

  private void properties(RegoObject object) {
    schema.properties.forEach(
        (name, property) -> {
          RegoValue field = object.get(name);
          if (field != null) {
            check(property, field, result, below(name));
          }
        });
  }

  private void array(RegoArray array) {
    items(array);
    if (schema.minItems != null && array.size() < schema.minItems) {
      fail("array_min_items", "Array must have at least " + schema.minItems + " items");
    }
    if (schema.maxItems != null && array.size() > schema.maxItems) {
      fail("array_max_items", "Array must have at most " + schema.maxItems + " items");
    }
    if (schema.uniqueItems) {
      unique(array);
    }
    if (schema.contains != null) {
      contains(schema.contains, array);
    }
    result.credit();
  }

  private void items(RegoArray array) {
    for (int i = 0; i < array.size(); i++) {
      SchemaNode item = null;
      if (schema.sameForAllItems) {
        item = schema.items.get(0);
      } else if (i < schema.items.size()) {
        item = schema.items.get(i);
      } else if (!schema.items.isEmpty()) {
        item = schema.additionalItems;
        if (item != null && item.verdict != null) {
          if (!item.verdict) {
            fail("array_no_additional_items", "No additional items allowed on array");
          }
          return;
        }
      }
      if (item != null) {
        result.take(check(item, array.at(i), below(Integer.toString(i))));
      }
    }
  }

  private void unique(RegoArray array) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < array.size(); i++) {
      Integer same = seen.put(SchemaFields.canonical(array.at(i)), i);
      if (same != null) {
        fail("unique", "array items[" + same + "," + i + "] must be unique");
      }
    }
  }

  private void contains(SchemaNode wanted, RegoArray array) {
    SchemaResult best = null;
    for (int i = 0; i < array.size(); i++) {
      SchemaResult attempt = check(wanted, array.at(i), below(Integer.toString(i)));
      if (attempt.isValid()) {
        return;
      }
      best = SchemaCombination.better(best, attempt);
    }
    fail("contains", "At least one of the items must match");
    if (best != null) {
      result.take(best);
    }
  }

  private void object(RegoObject object) {
    if (schema.minProperties != null && object.size() < schema.minProperties) {
      fail("array_min_properties", "Must have at least " + schema.minProperties + " properties");
    }
    if (schema.maxProperties != null && object.size() > schema.maxProperties) {
      fail("array_max_properties", "Must have at most " + schema.maxProperties + " properties");
    }
    for (String name : schema.required) {
      if (object.get(name) == null) {
        fail("required", name + " is required");
      } else {
        result.credit();
      }
    }
    object.forEach((key, field) -> field(Notation.plain(key), field));
    SchemaNode names = schema.propertyNames;
    if (names != null) {
      object.forEach((key, field) -> name(names, key));
    }
    result.credit();
  }

  /** Checks a field that is told by its name alone, by a pattern of names or by neither. */
  private void field(String name, RegoValue field) {
    boolean matched = false;
    for (Map.Entry<Pattern, SchemaNode> each : schema.patternProperties.entrySet()) {
      if (each.getKey().matcher(name).find()) {
        matched = true;
        result.take(check(each.getValue(), field, below(name)));
      }
    }
    if (matched) {
      result.credit();
    }
    SchemaNode additional = schema.additionalProperties;
    if (matched || schema.properties.containsKey(name) || additional == null) {
      return;
    }
    if (additional.verdict == null) {
      result.take(check(additional, field, below(name)));
    } else if (!additional.verdict) {
      fail("additional_property_not_allowed", "Additional property " + name + " is not allowed");
    }
  }

  private void name(SchemaNode names, RegoValue key) {
    SchemaResult attempt = check(names, key, path);
    if (!attempt.isValid()) {
      fail(
          "invalid_property_name",
          "Property name of \"" + Notation.plain(key) + "\" does not match");
      result.take(attempt);
    }
  }
}
