package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of a schema, each asked for as the type that it must have. */
record SchemaFields(RegoObject object) {

  @Nullable RegoValue get(String name) {
    return object.get(name);
  }

  @Nullable String text(String name) {
    RegoValue value = object.get(name);
    if (value == null) {
      return null;
    } else if (value instanceof RegoString text) {
      return text.value();
    }
    throw SchemaReader.wrongType("string", name);
  }

  List<RegoValue> list(String name) {
    RegoValue value = object.get(name);
    List<RegoValue> elements = new ArrayList<>();
    if (value instanceof RegoArray array) {
      array.forEach(elements::add);
    } else if (value != null) {
      throw SchemaReader.failed(name + " must be of an array");
    }
    return elements;
  }

  boolean truth(String name) {
    RegoValue value = object.get(name);
    if (value != null && !(value instanceof RegoBoolean)) {
      throw SchemaReader.failed(name + " must be of a boolean");
    }
    return value == RegoBoolean.TRUE;
  }

  @Nullable Integer size(String name) {
    RegoValue value = object.get(name);
    if (value == null) {
      return null;
    }
    // Only what is written as a whole number counts as one.
    if (!(value instanceof RegoNumber number)
        || !number.fitsLong()
        || !number.text().matches("-?[0-9]+")) {
      throw SchemaReader.failed(name + " must be of an integer");
    }
    if (number.longValue() < 0) {
      throw SchemaReader.failed(name + " must be greater than or equal to 0");
    }
    return (int) Math.min(Integer.MAX_VALUE, number.longValue());
  }

  void ordered(@Nullable Integer least, @Nullable Integer most, String low, String high) {
    if (least != null && most != null && least > most) {
      throw SchemaReader.failed(low + " cannot be greater than " + high);
    }
  }

  /** Reads the bounds; what excludes one is a truth in draft 4 and a number later. */
  void numbers(SchemaNode node, boolean early, boolean either) {
    RegoValue multiple = object.get("multipleOf");
    if (multiple != null) {
      if (!(multiple instanceof RegoNumber number)) {
        throw SchemaReader.wrongType("Number", "multipleOf");
      }
      if (number.decimal().signum() <= 0) {
        throw SchemaReader.failed("multipleOf must be strictly greater than 0");
      }
      node.multipleOf = number.decimal();
    }
    node.minimum = bound("minimum");
    if (object.get("exclusiveMinimum") != null) {
      node.exclusiveMinimum = exclusive("Minimum", node.minimum, early, either);
      node.minimum = excludes("exclusiveMinimum") ? null : node.minimum;
    }
    node.maximum = bound("maximum");
    if (object.get("exclusiveMaximum") != null) {
      node.exclusiveMaximum = exclusive("Maximum", node.maximum, early, either);
      node.maximum = excludes("exclusiveMaximum") ? null : node.maximum;
    }
  }

  private @Nullable BigDecimal bound(String name) {
    RegoValue value = object.get(name);
    if (value != null && !(value instanceof RegoNumber)) {
      throw SchemaReader.failed(name + " must be of a Number");
    }
    return value instanceof RegoNumber number ? number.decimal() : null;
  }

  private boolean excludes(String name) {
    return object.get(name) == RegoBoolean.TRUE;
  }

  private @Nullable BigDecimal exclusive(
      String end, @Nullable BigDecimal bound, boolean early, boolean either) {
    String name = "exclusive" + end;
    RegoValue value = object.get(name);
    if (value instanceof RegoBoolean truth && (early || either)) {
      if (bound == null) {
        throw SchemaReader.failed(name + " cannot be used without " + end.toLowerCase(Locale.ROOT));
      }
      return truth.value() ? bound : null;
    } else if (value instanceof RegoNumber number && !early) {
      return number.decimal();
    }
    throw SchemaReader.wrongType(early ? "boolean" : either ? "boolean/number" : "number", name);
  }

  /** A text that is the same for equal values, however their numbers are written. */
  static String canonical(RegoValue value) {
    return GoJson.compact(plain(value));
  }

  private static RegoValue plain(RegoValue value) {
    if (value instanceof RegoNumber number) {
      double real = number.doubleValue();
      return Double.isInfinite(real) ? number : RegoNumber.parse(GoNumbers.json(real));
    } else if (value instanceof RegoArray array) {
      List<RegoValue> elements = new ArrayList<>();
      array.forEach(element -> elements.add(plain(element)));
      return RegoArray.of(elements);
    } else if (value instanceof RegoObject fields) {
      RegoObject.Builder copy = RegoObject.builder();
      fields.forEach((key, each) -> copy.put(key, plain(each)));
      return copy.build();
    }
    return value;
  }
}
