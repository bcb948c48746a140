package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Joins what a Terraform plan tells of one value in three places: itself, unknown, sensitive. */
final class TerraformValues {
  private static final Value TRUE = Value.of(true);

  /** Maps whose keys belong to the author and stay as they are. */
  private static final Set<String> FREE_FORM =
      Set.of(
          "tags",
          "tags_all",
          "labels",
          "annotations",
          "variables",
          "environment_variables",
          "match_labels",
          "triggers",
          "data",
          "manifest");

  private TerraformValues() {}

  /**
   * The value, with what is sensitive and what is unknown in it marked as such.
   *
   * @param unknown true where the value is unknown, or the same shape with true in it
   * @param sensitive true where the value is sensitive, or the same shape with true in it
   */
  static Value join(@Nullable Value value, @Nullable Value unknown, @Nullable Value sensitive) {
    if (TRUE.equals(sensitive)) {
      return Value.SECRET;
    }
    if (TRUE.equals(unknown)) {
      return Value.UNKNOWN;
    }
    if (value != null && marksNothing(unknown) && marksNothing(sensitive)) {
      return value;
    }
    if (value instanceof Value.Fields || unknown instanceof Value.Fields) {
      return joinFields(fields(value), fields(unknown), fields(sensitive));
    }
    if (value instanceof Value.Items || unknown instanceof Value.Items) {
      return joinItems(items(value), items(unknown), items(sensitive));
    }
    return value == null ? Value.NULL : value;
  }

  /** The value with all that is null in it unknown. */
  static Value nullsUnknown(Value value) {
    if (value instanceof Value.Fields fields) {
      FewEntries.Builder<Value> marked = new FewEntries.Builder<>();
      for (Map.Entry<String, Value> field : fields.values().entrySet()) {
        marked.put(field.getKey(), nullsUnknown(field.getValue()));
      }
      return new Value.Fields(marked.build());
    }
    if (value instanceof Value.Items items) {
      return new Value.Items(items.values().stream().map(TerraformValues::nullsUnknown).toList());
    }
    return value instanceof Value.Null ? Value.UNKNOWN : value;
  }

  private static boolean marksNothing(@Nullable Value marks) {
    return marks == null
        || (marks instanceof Value.Fields fields && fields.values().isEmpty())
        || (marks instanceof Value.Items items && items.values().isEmpty());
  }

  private static Value joinFields(
      Map<String, Value> values, Map<String, Value> unknown, Map<String, Value> sensitive) {
    FewEntries.Builder<Value> joined = new FewEntries.Builder<>();
    for (Map.Entry<String, Value> field : values.entrySet()) {
      String key = field.getKey();
      joined.put(key, join(field.getValue(), unknown.get(key), sensitive.get(key)));
    }
    for (Map.Entry<String, Value> field : unknown.entrySet()) {
      String key = field.getKey();
      if (!values.containsKey(key)) {
        joined.put(key, join(null, field.getValue(), sensitive.get(key)));
      }
    }
    return new Value.Fields(joined.build());
  }

  private static Value joinItems(List<Value> values, List<Value> unknown, List<Value> sensitive) {
    List<Value> joined = new ArrayList<>();
    for (int i = 0; i < Math.max(values.size(), unknown.size()); i++) {
      joined.add(join(at(values, i), at(unknown, i), at(sensitive, i)));
    }
    return new Value.Items(joined);
  }

  private static Map<String, Value> fields(@Nullable Value value) {
    return value instanceof Value.Fields fields ? fields.values() : Map.of();
  }

  private static List<Value> items(@Nullable Value value) {
    return value instanceof Value.Items items ? items.values() : List.of();
  }

  private static @Nullable Value at(List<Value> values, int index) {
    return index < values.size() ? values.get(index) : null;
  }

  /**
   * A property's value with the names of nested properties in Pulumi's way, and without nulls: to
   * leave a property out and to set it to null are the same to Terraform.
   *
   * <p>Terraform writes nested blocks as lists of objects; an object of plain values that is in no
   * list is a map, whose keys are the author's.
   *
   * @param naming the names of the type's nested properties
   */
  static Value renamed(String property, Value value, UnaryOperator<String> naming) {
    if (value instanceof Value.Items items) {
      List<Value> renamed = new ArrayList<>(items.values().size());
      for (Value item : items.values()) {
        renamed.add(element(item, naming));
      }
      return new Value.Items(renamed);
    }
    if (value instanceof Value.Fields fields) {
      boolean block = !FREE_FORM.contains(property) && holdsContainer(fields);
      return block ? object(fields, naming) : withoutNulls(fields);
    }
    return value;
  }

  private static Value element(Value value, UnaryOperator<String> naming) {
    return value instanceof Value.Fields fields
        ? object(fields, naming)
        : renamed("", value, naming);
  }

  private static Value object(Value.Fields object, UnaryOperator<String> naming) {
    FewEntries.Builder<Value> renamed = new FewEntries.Builder<>();
    for (Map.Entry<String, Value> field : object.values().entrySet()) {
      if (!(field.getValue() instanceof Value.Null)) {
        String key = field.getKey();
        renamed.put(naming.apply(key), renamed(key, field.getValue(), naming));
      }
    }
    return new Value.Fields(renamed.build());
  }

  private static Value.Fields withoutNulls(Value.Fields object) {
    FewEntries.Builder<Value> given = new FewEntries.Builder<>();
    for (Map.Entry<String, Value> field : object.values().entrySet()) {
      if (!(field.getValue() instanceof Value.Null)) {
        given.put(field.getKey(), field.getValue());
      }
    }
    return new Value.Fields(given.build());
  }

  private static boolean holdsContainer(Value.Fields fields) {
    for (Value value : fields.values().values()) {
      if (value instanceof Value.Fields || value instanceof Value.Items) {
        return true;
      }
    }
    return false;
  }
}
