package dev.cutset.rego.builtin;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One schema of a JSON schema, as far as it says anything.
 *
 * <p>It is filled while it is read, since schemas may refer to one another in a circle, and not
 * changed afterwards.
 */
final class SchemaNode {
  /** True lets everything pass, false nothing; null if the schema says more than that. */
  @Nullable Boolean verdict;

  /** Stands for this schema, which then says nothing itself. */
  @Nullable SchemaNode reference;

  final Set<String> types = new LinkedHashSet<>();
  final Map<String, SchemaNode> properties = new LinkedHashMap<>();
  final Map<Pattern, SchemaNode> patternProperties = new LinkedHashMap<>();
  @Nullable SchemaNode additionalProperties;
  @Nullable SchemaNode propertyNames;
  final Map<String, Dependency> dependencies = new LinkedHashMap<>();
  final List<String> required = new ArrayList<>();
  @Nullable Integer minProperties;
  @Nullable Integer maxProperties;

  final List<SchemaNode> items = new ArrayList<>();
  boolean sameForAllItems;
  @Nullable SchemaNode additionalItems;
  @Nullable SchemaNode contains;
  @Nullable Integer minItems;
  @Nullable Integer maxItems;
  boolean uniqueItems;

  @Nullable BigDecimal multipleOf;
  @Nullable BigDecimal minimum;
  @Nullable BigDecimal exclusiveMinimum;
  @Nullable BigDecimal maximum;
  @Nullable BigDecimal exclusiveMaximum;

  @Nullable Integer minLength;
  @Nullable Integer maxLength;
  @Nullable Pattern pattern;
  String format = "";

  @Nullable String constant;
  @Nullable List<String> choices;

  final List<SchemaNode> oneOf = new ArrayList<>();
  final List<SchemaNode> anyOf = new ArrayList<>();
  final List<SchemaNode> allOf = new ArrayList<>();
  @Nullable SchemaNode not;
  @Nullable SchemaNode condition;
  @Nullable SchemaNode consequence;
  @Nullable SchemaNode alternative;

  /** What the presence of a property demands: other properties, or a schema. */
  record Dependency(List<String> names, @Nullable SchemaNode schema) {}

  /** A schema that only says yes or no. */
  static SchemaNode of(boolean verdict) {
    SchemaNode node = new SchemaNode();
    node.verdict = verdict;
    return node;
  }

  /** The types as messages show them. */
  String typeNames() {
    return types.size() == 1 ? types.iterator().next() : "[" + String.join(",", types) + "]";
  }
}
