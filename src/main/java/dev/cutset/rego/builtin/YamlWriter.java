package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as YAML: one field or element a line, two blanks a level. */
final class YamlWriter {
  /** Keys that are longer, in bytes, are announced by a question mark. */
  private static final int LONGEST_PLAIN_KEY = 128;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  static String write(RegoValue value) {
    YamlWriter writer = new YamlWriter();
    writer.node(value, 0, -2, "");
    if (writer.out.charAt(writer.out.length() - 1) != '\n') {
      writer.out.append('\n');
    }
    return writer.out.toString();
  }

  /**
   * Writes a value whose collections are indented by so much.
   *
   * @param parent how far the collection is indented that the value is in
   * @param before what separates a scalar from what is before it
   */
  private void node(RegoValue value, int indent, int parent, String before) {
    if (value instanceof RegoObject object) {
      object(object, indent, before);
    } else if (value instanceof RegoArray || value instanceof RegoSet) {
      array(elements(value), indent, before);
    } else {
      scalar(value, parent, before);
    }
  }

  private void scalar(RegoValue value, int parent, String before) {
    out.append(before);
    if (value instanceof RegoString text) {
      YamlText.write(out, text.value(), parent + 2);
    } else if (value instanceof RegoNumber number) {
      out.append(number(number));
    } else {
      out.append(value);
    }
  }

  /** A number is what reading its JSON as YAML gives: whole with 64 bits, or a double. */
  private static String number(RegoNumber number) {
    RegoValue read = YamlScalars.resolve(number.text());
    if (!(read instanceof RegoNumber fitting)) {
      return number.text();
    }
    return isWhole(number)
        ? fitting.text()
        : GoNumbers.general(GoNumbers.shortest(number.doubleValue()));
  }

  private static boolean isWhole(RegoNumber number) {
    return number.text().matches("-?[0-9]+")
        && number.decimal().toBigInteger().bitLength() <= (number.text().startsWith("-") ? 63 : 64);
  }

  private static List<RegoValue> elements(RegoValue value) {
    List<RegoValue> elements = new ArrayList<>();
    if (value instanceof RegoArray array) {
      array.forEach(elements::add);
    } else if (value instanceof RegoSet set) {
      set.forEach(elements::add);
    }
    return elements;
  }

  private void array(List<RegoValue> elements, int indent, String before) {
    if (elements.isEmpty()) {
      out.append(before).append("[]");
      return;
    }
    boolean first = true;
    for (RegoValue element : elements) {
      start(indent, first, before);
      first = false;
      out.append('-');
      nested(element, indent, " ");
    }
  }

  private void object(RegoObject object, int indent, String before) {
    if (object.size() == 0) {
      out.append(before).append("{}");
      return;
    }
    Map<String, RegoValue> fields = new TreeMap<>(YamlKeyOrder.NATURAL);
    object.forEachField(fields::put);
    boolean[] first = {true};
    fields.forEach(
        (key, value) -> {
          start(indent, first[0], before);
          first[0] = false;
          field(key, value, indent);
        });
  }

  private void field(String key, RegoValue value, int indent) {
    boolean plain =
        key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PLAIN_KEY && !YamlText.hasBreak(key);
    if (plain) {
      YamlText.write(out, key, indent + 2);
      out.append(':');
      boolean block = isBlock(value);
      nested(value, indent, block ? "\n" : " ");
    } else {
      out.append("? ");
      YamlText.write(out, key, indent + 2);
      line(indent);
      out.append(':');
      nested(value, indent, " ");
    }
  }

  private static boolean isBlock(RegoValue value) {
    return value instanceof RegoObject object && object.size() > 0 || !elements(value).isEmpty();
  }

  private void nested(RegoValue value, int indent, String before) {
    node(value, indent + 2, indent, before);
  }

  /** Begins a field or element: the first goes on after what announces it. */
  private void start(int indent, boolean first, String before) {
    if (!first || before.equals("\n")) {
      line(indent);
    } else {
      out.append(before);
    }
  }

  private void line(int indent) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    out.append(" ".repeat(indent));
  }
}
