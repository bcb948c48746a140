package dev.cutset.source;

import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a Terraform state's attributes is sensitive, in the shape that {@link TerraformValues}
 * joins: true where a value must not be shown.
 */
final class SensitivePaths {
  private static final Value TRUE = Value.of(true);

  /** States of older releases mark only what the author marked, not what the provider knows. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*passw(or)?d.*|.*(secret|secret_string|secret_binary|secret_key|private_key"
              + "|private_key_pem|token|access_key|connection_string|credentials?|client_key)");

  /** What keeps a secret under a name that does not tell. */
  private static final Map<String, Set<String>> SECRETS =
      Map.of(
          "aws_ssm_parameter", Set.of("value"),
          "kubernetes_secret", Set.of("data", "binary_data"),
          "kubernetes_secret_v1", Set.of("data", "binary_data"),
          "azurerm_key_vault_secret", Set.of("value"),
          "google_secret_manager_secret_version", Set.of("secret_data"),
          "random_password", Set.of("result", "bcrypt_hash"),
          "helm_release", Set.of("set_sensitive"));

  private SensitivePaths() {}

  /** The attributes of a resource, without those whose names tell that they are secret. */
  static Map<String, Value> withoutSecrets(String type, Map<String, Value> attributes) {
    Set<String> known = SECRETS.getOrDefault(type, Set.of());
    Map<String, Value> shown = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) -> {
          Value mark = known.contains(name) ? TRUE : within(name, value).orElse(Value.NULL);
          shown.put(name, TerraformValues.join(value, null, mark));
        });
    return shown;
  }

  private static Optional<Value> within(String name, Value value) {
    if (value instanceof Value.Fields fields) {
      Map<String, Value> marked = new LinkedHashMap<>();
      fields.values().forEach((n, v) -> within(n, v).ifPresent(mark -> marked.put(n, mark)));
      return marked.isEmpty() ? Optional.empty() : Optional.of(new Value.Fields(marked));
    }
    if (value instanceof Value.Items items) {
      List<Value> marked =
          items.values().stream().map(item -> within(name, item).orElse(Value.NULL)).toList();
      boolean any = marked.stream().anyMatch(mark -> !(mark instanceof Value.Null));
      return any ? Optional.of(new Value.Items(marked)) : Optional.empty();
    }
    boolean secret = value instanceof Value.Text && SECRET_NAME.matcher(name).matches();
    return secret ? Optional.of(TRUE) : Optional.empty();
  }

  /**
   * Paths as a state lists them, each a list of steps to an attribute or an element, as a tree.
   *
   * @param paths what is not in this form hides nothing by itself
   */
  static Map<String, Value> tree(Value paths) {
    Node root = new Node();
    for (Value path : items(paths)) {
      Node node = root;
      for (Value step : items(path)) {
        node = node.next(key(step));
      }
      node.marked = true;
    }
    return root.value() instanceof Value.Fields tree ? tree.values() : Map.of();
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Items items ? items.values() : List.of();
  }

  /** The name or the index that a step goes to. */
  private static Object key(Value step) {
    Value at = step;
    while (at instanceof Value.Fields fields) {
      at = fields.values().getOrDefault("value", Value.NULL);
    }
    if (at instanceof Value.Num number) {
      return (int) number.value();
    }
    return at instanceof Value.Text text ? text.value() : "";
  }

  /** One place of the tree while it grows. */
  private static final class Node {
    private static final int MOST_ELEMENTS = 10_000;

    private boolean marked;
    private final Map<Object, Node> below = new LinkedHashMap<>();

    Node next(Object key) {
      return below.computeIfAbsent(key, k -> new Node());
    }

    Value value() {
      boolean odd = below.keySet().stream().anyMatch(Node::tooFar);
      if (marked || odd) {
        return TRUE;
      }
      if (!below.isEmpty() && below.keySet().stream().allMatch(Integer.class::isInstance)) {
        return elements();
      }
      Map<String, Value> fields = new LinkedHashMap<>();
      below.forEach((key, node) -> fields.put(key.toString(), node.value()));
      return new Value.Fields(fields);
    }

    private static boolean tooFar(Object key) {
      return key instanceof Integer index && (index < 0 || index > MOST_ELEMENTS);
    }

    private Value elements() {
      List<Value> elements = new ArrayList<>();
      below.forEach(
          (key, node) -> {
            int index = (Integer) key;
            while (elements.size() <= index) {
              elements.add(Value.NULL);
            }
            elements.set(index, node.value());
          });
      return new Value.Items(elements);
    }
  }
}
