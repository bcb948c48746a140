package dev.cutset.rego.builtin;

import com.google.re2j.Pattern;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  private static SchemaResult check(SchemaNode schema, RegoValue value, String path) {
    SchemaResult result = new SchemaResult();
    check(schema, value, result, path);
    return result;
  }

  private static void check(SchemaNode schema, RegoValue value, SchemaResult result, String path) {
    SchemaNode meant = schema;
    while (meant.reference != null) {
      meant = meant.reference;
    }
    new SchemaCheck(meant, value, result, path).run();
  }

  private SchemaResult checkHere(SchemaNode other) {
    return check(other, value, path);
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
    combined();
    if (value instanceof RegoArray array) {
      array(array);
    } else if (value instanceof RegoObject object) {
      object(object);
    } else if (value instanceof RegoNumber number) {
      number(number.decimal());
    }
    common();
    if (value instanceof RegoString text) {
      text(text.value());
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

  private void combined() {
    anyOf();
    oneOf();
    allOf();
    if (schema.not != null && checkHere(schema.not).isValid()) {
      fail("number_not", "Must not validate the schema (not)");
    }
    if (value instanceof RegoObject object) {
      dependencies(object);
    }
    condition();
    result.credit();
  }

  private static @Nullable SchemaResult better(@Nullable SchemaResult best, SchemaResult other) {
    return best == null || other.score() > best.score() ? other : best;
  }

  private void anyOf() {
    SchemaResult best = null;
    for (SchemaNode each : schema.anyOf) {
      SchemaResult attempt = checkHere(each);
      if (attempt.isValid()) {
        return;
      }
      best = better(best, attempt);
    }
    if (best != null) {
      fail("number_any_of", "Must validate at least one schema (anyOf)");
      result.take(best);
    }
  }

  private void oneOf() {
    if (schema.oneOf.isEmpty()) {
      return;
    }
    SchemaResult best = null;
    int valid = 0;
    for (SchemaNode each : schema.oneOf) {
      SchemaResult attempt = checkHere(each);
      if (attempt.isValid()) {
        valid++;
      } else if (valid == 0) {
        best = better(best, attempt);
      }
    }
    if (valid != 1) {
      fail("number_one_of", "Must validate one and only one schema (oneOf)");
      if (valid == 0 && best != null) {
        result.take(best);
      }
    }
  }

  private void allOf() {
    boolean all = true;
    for (SchemaNode each : schema.allOf) {
      SchemaResult attempt = checkHere(each);
      all &= attempt.isValid();
      result.take(attempt);
    }
    if (!all) {
      fail("number_all_of", "Must validate all the schemas (allOf)");
    }
  }

  private void dependencies(RegoObject object) {
    schema.dependencies.forEach(
        (name, dependency) -> {
          if (object.get(name) == null) {
            return;
          }
          for (String needed : dependency.names()) {
            if (object.get(needed) == null) {
              fail("missing_dependency", "Has a dependency on " + needed);
            }
          }
          if (dependency.schema() != null) {
            check(dependency.schema(), object, result, path);
          }
        });
  }

  private void condition() {
    if (schema.condition == null) {
      return;
    }
    boolean holds = checkHere(schema.condition).isValid();
    SchemaNode part = holds ? schema.consequence : schema.alternative;
    SchemaResult attempt = part == null ? new SchemaResult() : checkHere(part);
    if (!attempt.isValid()) {
      fail(
          holds ? "condition_then" : "condition_else",
          holds
              ? "Must validate \"then\" as \"if\" was valid"
              : "Must validate \"else\" as \"if\" was not valid");
      result.take(attempt);
    }
  }

  private void common() {
    String field = path.isEmpty() ? "(Root)" : path;
    if (schema.constant != null && !schema.constant.equals(SchemaFields.canonical(value))) {
      fail("const", field + " does not match: " + schema.constant);
    }
    List<String> choices = schema.choices;
    if (choices != null && !choices.contains(SchemaFields.canonical(value))) {
      fail("enum", field + " must be one of the following: " + String.join(", ", choices));
    }
    if (value instanceof RegoString text && !SchemaFormats.fits(schema.format, text.value())) {
      fail("format", "Does not match format '" + schema.format + "'");
    }
    result.credit();
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
      best = better(best, attempt);
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

  private void text(String text) {
    int length = text.codePointCount(0, text.length());
    if (schema.minLength != null && length < schema.minLength) {
      fail("string_gte", "String length must be greater than or equal to " + schema.minLength);
    }
    if (schema.maxLength != null && length > schema.maxLength) {
      fail("string_lte", "String length must be less than or equal to " + schema.maxLength);
    }
    if (schema.pattern != null && !schema.pattern.matcher(text).find()) {
      fail("pattern", "Does not match pattern '" + schema.pattern.pattern() + "'");
    }
    result.credit();
  }

  private void number(BigDecimal number) {
    BigDecimal multiple = schema.multipleOf;
    if (multiple != null && number.remainder(multiple).signum() != 0) {
      fail("multiple_of", "Must be a multiple of " + GoNumbers.general(multiple));
    }
    BigDecimal most = schema.maximum;
    if (most != null && number.compareTo(most) > 0) {
      fail("number_lte", "Must be less than or equal to " + GoNumbers.general(most));
    }
    BigDecimal above = schema.exclusiveMaximum;
    if (above != null && number.compareTo(above) >= 0) {
      fail("number_lt", "Must be less than " + GoNumbers.general(above));
    }
    BigDecimal least = schema.minimum;
    if (least != null && number.compareTo(least) < 0) {
      fail("number_gte", "Must be greater than or equal to " + GoNumbers.general(least));
    }
    BigDecimal under = schema.exclusiveMinimum;
    if (under != null && number.compareTo(under) <= 0) {
      fail("number_gt", "Must be greater than " + GoNumbers.general(under));
    }
    result.credit();
  }
}
