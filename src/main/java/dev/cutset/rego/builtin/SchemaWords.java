package dev.cutset.rego.builtin;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a schema that say something without a schema within them. */
final class SchemaWords {
  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "null", "object", "string");

  private SchemaWords() {}

  static void types(SchemaNode node, @Nullable RegoValue type) {
    if (type == null) {
      return;
    }
    List<RegoValue> names = new ArrayList<>();
    if (type instanceof RegoArray list) {
      list.forEach(names::add);
    } else {
      names.add(type);
    }
    for (RegoValue name : names) {
      if (!(name instanceof RegoString text)) {
        throw SchemaReader.wrongType("type", "string/Array Of Strings");
      }
      if (!TYPES.contains(text.value())) {
        throw SchemaReader.failed(
            "has a primitive type that is NOT VALID -- given: /"
                + text.value()
                + "/ Expected valid values are:[array boolean integer number null object string]");
      }
      if (!node.types.add(text.value())) {
        throw SchemaReader.failed(text.value() + " type is duplicated");
      }
    }
  }

  static void ofTexts(SchemaNode node, SchemaFields fields) {
    node.minLength = fields.size("minLength");
    node.maxLength = fields.size("maxLength");
    fields.ordered(node.minLength, node.maxLength, "minLength", "maxLength");
    String pattern = fields.text("pattern");
    if (pattern != null) {
      try {
        node.pattern = Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        throw SchemaReader.failed("pattern must be a valid regex");
      }
    }
    String format = fields.text("format");
    node.format = format == null ? "" : format;
  }

  static void required(SchemaNode node, SchemaFields fields) {
    for (RegoValue each : fields.list("required")) {
      if (!(each instanceof RegoString name)) {
        throw SchemaReader.wrongType("string", "required");
      }
      if (node.required.contains(name.value())) {
        throw SchemaReader.failed("required items must be unique");
      }
      node.required.add(name.value());
    }
  }

  static void choices(SchemaNode node, SchemaFields fields) {
    if (fields.get("enum") == null) {
      return;
    }
    List<String> choices = new ArrayList<>();
    for (RegoValue each : fields.list("enum")) {
      String choice = SchemaFields.canonical(each);
      if (choices.contains(choice)) {
        throw SchemaReader.failed("enum items must be unique");
      }
      choices.add(choice);
    }
    node.choices = List.copyOf(choices);
  }
}
