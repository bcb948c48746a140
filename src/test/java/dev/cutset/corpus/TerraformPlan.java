package dev.cutset.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A case's stack as {@code terraform show -json} would tell it, for tools that read nothing else.
 *
 * <p>Each resource has its Terraform type; what the program refers to is unknown after the plan,
 * and a reference in the configuration.
 */
final class TerraformPlan {
  private static final String PROVIDER = "pulumi:providers:";

  private final Map<?, ?> program;
  private final TerraformTypes types;
  private final Map<String, String> addresses = new LinkedHashMap<>();

  private TerraformPlan(Map<?, ?> program, TerraformTypes types) {
    this.program = program;
    this.types = types;
  }

  /** The plan of a program; empty where Terraform has no name for one of its types. */
  static Optional<Map<String, Object>> of(Map<?, ?> program, TerraformTypes types) {
    TerraformPlan plan = new TerraformPlan(program, types);
    return plan.named() ? Optional.of(plan.whole()) : Optional.empty();
  }

  private boolean named() {
    for (Map.Entry<?, ?> resource : resources().entrySet()) {
      String token = type(resource);
      if (!token.startsWith(PROVIDER)) {
        Optional<String> type = types.of(token);
        if (type.isEmpty()) {
          return false;
        }
        addresses.put((String) resource.getKey(), type.get() + "." + resource.getKey());
      }
    }
    return !addresses.isEmpty();
  }

  private Map<?, ?> resources() {
    return (Map<?, ?>) program.get("resources");
  }

  private static String type(Map.Entry<?, ?> resource) {
    return (String) ((Map<?, ?>) resource.getValue()).get("type");
  }

  private Map<String, Object> whole() {
    List<Object> planned = new ArrayList<>();
    List<Object> changes = new ArrayList<>();
    List<Object> configured = new ArrayList<>();
    for (Map.Entry<?, ?> resource : resources().entrySet()) {
      String address = addresses.get(resource.getKey());
      if (address != null) {
        Map<String, Object> head = head(resource, address);
        Map<?, ?> body = (Map<?, ?>) resource.getValue();
        TerraformValue value = properties(body);
        planned.add(with(head, Map.of("schema_version", 0, "values", value.after())));
        changes.add(with(head, Map.of("change", change(value))));
        configured.add(
            with(
                head,
                Map.of(
                    "provider_config_key", providerKey(body), "expressions", value.expression())));
      }
    }
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("format_version", "1.2");
    plan.put("terraform_version", "1.9.8");
    plan.put("planned_values", Map.of("root_module", Map.of("resources", planned)));
    plan.put("resource_changes", changes);
    plan.put(
        "configuration",
        new LinkedHashMap<>(
            Map.of(
                "provider_config", providers(), "root_module", Map.of("resources", configured))));
    return plan;
  }

  private static Map<String, Object> head(Map.Entry<?, ?> resource, String address) {
    String type = address.substring(0, address.indexOf('.'));
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("address", address);
    head.put("mode", "managed");
    head.put("type", type);
    head.put("name", resource.getKey());
    head.put("provider_name", "registry.terraform.io/hashicorp/" + cloud(type));
    return head;
  }

  private static String cloud(String type) {
    return type.substring(0, type.indexOf('_'));
  }

  private static Map<String, Object> with(Map<String, Object> head, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(head);
    new TreeSet<>(more.keySet()).forEach(key -> all.put(key, more.get(key)));
    return all;
  }

  private static Map<String, Object> change(TerraformValue value) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("actions", List.of("create"));
    change.put("before", null);
    change.put("after", value.after());
    change.put("after_unknown", value.unknown());
    return change;
  }

  private TerraformValue properties(Map<?, ?> body) {
    Map<?, ?> properties =
        body.get("properties") instanceof Map<?, ?> declared ? declared : Map.of();
    return new TerraformValues(addresses).fields(properties);
  }

  private static String providerKey(Map<?, ?> body) {
    String cloud = ((String) body.get("type")).split(":")[0];
    return body.get("options") instanceof Map<?, ?> options
            && options.get("provider") instanceof String provider
        ? key(cloud, provider.replaceAll("[${}]", ""))
        : cloud;
  }

  private static String key(String cloud, String alias) {
    return cloud + "." + alias;
  }

  private Map<String, Object> providers() {
    Map<String, Object> providers = new LinkedHashMap<>();
    if (program.get("config") instanceof Map<?, ?> config) {
      config.forEach(
          (key, value) -> {
            String[] parts = ((String) key).split(":");
            providers.put(parts[0], provider(parts[0], Map.of(parts[1], value)));
          });
    }
    for (Map.Entry<?, ?> resource : resources().entrySet()) {
      String type = type(resource);
      if (type.startsWith(PROVIDER)) {
        String cloud = type.substring(PROVIDER.length());
        Map<?, ?> body = (Map<?, ?>) resource.getValue();
        Map<?, ?> settings =
            body.get("properties") instanceof Map<?, ?> declared ? declared : Map.of();
        Map<String, Object> provider = provider(cloud, settings);
        provider.put("alias", resource.getKey());
        providers.put(key(cloud, (String) resource.getKey()), provider);
      }
    }
    return providers;
  }

  private Map<String, Object> provider(String cloud, Map<?, ?> settings) {
    Map<String, Object> provider = new LinkedHashMap<>();
    provider.put("name", cloud);
    provider.put("full_name", "registry.terraform.io/hashicorp/" + cloud);
    provider.put("expressions", new TerraformValues(addresses).fields(settings).expression());
    return provider;
  }
}
