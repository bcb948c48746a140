package dev.cutset.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says properties as Terraform does: names with underscores, one name for each block however many
 * there are, and every block in a list.
 */
final class TerraformValues {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  /** What is a map of any keys, and no block. */
  private static final Set<String> MAPS = Set.of("tags", "labels", "variables");

  /** Names that Pulumi has changed by more than their form. */
  private static final Map<String, String> RENAMED =
      Map.of("vpcZoneIdentifiers", "vpc_zone_identifier", "restApi", "rest_api_id");

  private final Map<String, String> addresses;

  /**
   * @param addresses by the name of the resource in the program
   */
  TerraformValues(Map<String, String> addresses) {
    this.addresses = addresses;
  }

  /** The properties of a resource, or of a block. */
  TerraformValue fields(Map<?, ?> fields) {
    Map<String, @Nullable Object> after = new LinkedHashMap<>();
    Map<String, Object> unknown = new LinkedHashMap<>();
    Map<String, Object> expressions = new LinkedHashMap<>();
    fields.forEach(
        (key, item) -> {
          String name = name((String) key, item);
          TerraformValue value = value((String) key, item);
          if (value.unknown().equals(true)) {
            unknown.put(name, true);
          } else {
            after.put(name, value.after());
            unknown.put(name, value.unknown());
          }
          expressions.put(name, value.expression());
        });
    return new TerraformValue(after, unknown, expressions);
  }

  private static String name(String key, @Nullable Object value) {
    String renamed = RENAMED.get(key);
    if (renamed != null) {
      return renamed;
    }
    String snake = HUMP.matcher(key).replaceAll("_").toLowerCase(Locale.ROOT);
    return value instanceof List<?> list && isBlocks(list) ? singular(snake) : snake;
  }

  private static boolean isBlocks(List<?> list) {
    return list.stream().anyMatch(Map.class::isInstance);
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    if (name.endsWith("ases")) {
      return name.substring(0, name.length() - 2);
    }
    return name.endsWith("s") && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : name;
  }

  private TerraformValue value(String key, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return MAPS.contains(key) ? map(map) : blocks(List.of(map));
    } else if (value instanceof List<?> list) {
      return isBlocks(list) ? blocks(list) : items(list);
    } else if (value instanceof String text) {
      return text(text);
    }
    return new TerraformValue(value, false, constant(value));
  }

  private TerraformValue map(Map<?, ?> map) {
    TerraformValue fields = fieldsAsNamed(map);
    return new TerraformValue(fields.after(), fields.unknown(), references(map));
  }

  private TerraformValue fieldsAsNamed(Map<?, ?> map) {
    Map<String, @Nullable Object> after = new LinkedHashMap<>();
    Map<String, Object> unknown = new LinkedHashMap<>();
    map.forEach(
        (key, item) -> {
          TerraformValue value = value("", item);
          if (value.unknown().equals(true)) {
            unknown.put((String) key, true);
          } else {
            after.put((String) key, value.after());
          }
        });
    return new TerraformValue(after, unknown, Map.of());
  }

  private TerraformValue blocks(List<?> list) {
    List<@Nullable Object> after = new ArrayList<>();
    List<Object> unknown = new ArrayList<>();
    List<Object> expressions = new ArrayList<>();
    for (Object item : list) {
      TerraformValue block = fields((Map<?, ?>) item);
      after.add(block.after());
      unknown.add(block.unknown());
      expressions.add(block.expression());
    }
    return new TerraformValue(after, unknown, expressions);
  }

  private TerraformValue items(List<?> list) {
    List<@Nullable Object> after = new ArrayList<>();
    List<Object> unknown = new ArrayList<>();
    for (Object item : list) {
      TerraformValue value = value("", item);
      after.add(value.after());
      unknown.add(value.unknown());
    }
    return new TerraformValue(after, unknown, references(list));
  }

  private TerraformValue text(String text) {
    return REFERENCE.matcher(text).find()
        ? new TerraformValue(null, true, references(text))
        : new TerraformValue(text, false, constant(text));
  }

  private static Map<String, @Nullable Object> constant(@Nullable Object value) {
    Map<String, @Nullable Object> constant = new LinkedHashMap<>();
    constant.put("constant_value", value);
    return constant;
  }

  /** An expression that refers to all that is referred to within the value, or a constant. */
  private Map<String, @Nullable Object> references(Object value) {
    Set<String> found = new LinkedHashSet<>();
    collect(value, found);
    if (found.isEmpty()) {
      return constant(value);
    }
    Map<String, @Nullable Object> expression = new LinkedHashMap<>();
    expression.put("references", List.copyOf(found));
    return expression;
  }

  private void collect(@Nullable Object value, Set<String> found) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> collect(item, found));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, found));
    } else if (value instanceof String text) {
      Matcher references = REFERENCE.matcher(text);
      while (references.find()) {
        found.addAll(reference(references.group(1)));
      }
    }
  }

  /** Terraform names the attribute first, and then the whole resource. */
  private List<String> reference(String text) {
    String[] parts = text.split("[.\\[]", 2);
    String address = addresses.get(parts[0]);
    if (address == null) {
      return List.of("data.external.elsewhere.result", "data.external.elsewhere");
    }
    if (parts.length == 1) {
      return List.of(address);
    }
    String attribute = parts[1].split("[.\\[]", 2)[0];
    String snake = HUMP.matcher(attribute).replaceAll("_").toLowerCase(Locale.ROOT);
    return List.of(address + "." + snake, address);
  }
}
