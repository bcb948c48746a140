package dev.cutset.bench.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code terraform show -json} prints of a plan that creates everything. */
final class Plan implements Form {
  private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";

  @Override
  public void write(Json out, Stack stack) {
    out.open('{').field("format_version", "1.2").field("terraform_version", "1.9.8");
    out.key("planned_values").open('{').key("root_module").open('{').key("resources").open('[');
    stack.forEach(made -> planned(out, made));
    out.close(']').close('}').close('}');
    out.key("resource_changes").open('[');
    stack.forEach(made -> change(out, made));
    out.close(']');
    out.key("configuration").open('{');
    out.field("provider_config", Map.of("aws", provider()));
    out.key("root_module").open('{').key("resources").open('[');
    stack.forEach(made -> declaration(out, made));
    out.close(']').close('}').close('}');
    out.field("timestamp", "2026-01-05T08:00:00Z").field("applyable", true);
    out.field("complete", true).field("errored", false).close('}');
  }

  private static Map<String, Object> provider() {
    Map<String, Object> region = Map.of("region", Map.of("constant_value", "eu-west-1"));
    Map<String, Object> provider = new LinkedHashMap<>();
    provider.put("name", "aws");
    provider.put("full_name", PROVIDER);
    provider.put("expressions", region);
    return provider;
  }

  private static void head(Json out, Made made) {
    out.open('{').field("address", made.address()).field("mode", "managed");
    out.field("type", made.kind().terraform).field("name", made.name());
  }

  private static void planned(Json out, Made made) {
    head(out, made);
    out.field("provider_name", PROVIDER).field("schema_version", 1);
    out.field("values", after(made)).field("sensitive_values", sensitive(made)).close('}');
  }

  private static void change(Json out, Made made) {
    head(out, made);
    out.field("provider_name", PROVIDER);
    out.key("change").open('{').field("actions", List.of("create")).field("before", null);
    out.field("after", after(made)).field("after_unknown", unknown(made));
    out.field("before_sensitive", false).field("after_sensitive", sensitive(made));
    out.close('}').close('}');
  }

  private static void declaration(Json out, Made made) {
    head(out, made);
    out.field("provider_config_key", "aws");
    out.key("expressions").open('{');
    made.properties()
        .forEach(
            (name, value) -> out.field(name.equals("tags_all") ? "tags" : name, expression(value)));
    out.close('}').field("schema_version", 1).close('}');
  }

  private static Map<String, Object> after(Made made) {
    Map<String, Object> after = new LinkedHashMap<>(made.kind().known);
    made.kind().absent.forEach(name -> after.put(name, null));
    made.kind().empty.forEach(name -> after.put(name, List.of()));
    made.properties()
        .forEach(
            (name, value) -> {
              after.remove(name);
              if (!wholly(value)) {
                after.put(name, knownPart(value));
              }
            });
    if (made.properties().get("tags") instanceof Map<?, ?> tags) {
      after.put("tags_all", tags);
    }
    return after;
  }

  private static Map<String, Object> unknown(Made made) {
    Map<String, Object> unknown = new LinkedHashMap<>();
    made.kind().later.forEach(name -> unknown.put(name, true));
    made.properties()
        .forEach(
            (name, value) -> {
              unknown.remove(name);
              if (wholly(value)) {
                unknown.put(name, true);
              } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
                unknown.put(name, unknownPart(value));
              }
            });
    return unknown;
  }

  private static Map<String, Object> sensitive(Made made) {
    Map<String, Object> sensitive = new LinkedHashMap<>();
    made.properties()
        .forEach(
            (name, value) -> {
              if (name.equals("password")) {
                sensitive.put(name, true);
              } else if (value instanceof List<?>) {
                sensitive.put(name, List.of());
              } else if (value instanceof Map<?, ?>) {
                sensitive.put(name, Map.of());
              }
            });
    return sensitive;
  }

  /**
   * References are unknown until they exist, and with them every text and every plain list of them.
   */
  private static boolean wholly(Object value) {
    return value instanceof Made.Reference
        || value instanceof Made.Template
        || value instanceof List<?> list && list.stream().anyMatch(Plan::wholly);
  }

  private static Object knownPart(Object value) {
    if (value instanceof List<?> list) {
      List<Object> known = new ArrayList<>();
      list.forEach(item -> known.add(knownPart(item)));
      return known;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> known = new LinkedHashMap<>();
      map.forEach(
          (name, item) -> {
            if (!wholly(item)) {
              known.put((String) name, knownPart(item));
            }
          });
      return known;
    }
    return value;
  }

  private static Object unknownPart(Object value) {
    if (value instanceof List<?> list) {
      List<Object> unknown = new ArrayList<>();
      list.forEach(item -> unknown.add(unknownPart(item)));
      return unknown;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> unknown = new LinkedHashMap<>();
      map.forEach(
          (name, item) -> {
            if (wholly(item)) {
              unknown.put((String) name, true);
            } else if (item instanceof List<?> || item instanceof Map<?, ?>) {
              unknown.put((String) name, unknownPart(item));
            }
          });
      return unknown;
    }
    return false;
  }

  private static Object expression(Object value) {
    if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
      return list.stream().map(Plan::expression).toList();
    }
    List<Made.Reference> references = Made.references(value);
    if (references.isEmpty()) {
      return Map.of("constant_value", value);
    }
    if (value instanceof Map<?, ?> block) {
      Map<String, Object> expressions = new LinkedHashMap<>();
      block.forEach((name, item) -> expressions.put((String) name, expression(item)));
      return expressions;
    }
    Set<String> names = new LinkedHashSet<>();
    for (Made.Reference reference : references) {
      String address = reference.kind().terraform + "." + reference.name();
      names.add(address + "." + reference.attribute());
      names.add(address);
    }
    return Map.of("references", List.copyOf(names));
  }
}
