package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.PropertyNames;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Terraform's names in Pulumi's words, and whether somebody reads what they name. */
final class TerraformNames implements PropertyNames {
  /** Every resource is known by it, whether or not somebody asks for the property. */
  static final String ID = "id";

  private final Interest interest;
  private final Naming naming;
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Map<PropertyPath, String>> written = new ConcurrentHashMap<>();

  TerraformNames(Interest interest, Naming naming) {
    this.interest = interest;
    this.naming = naming;
  }

  /** A resource type. */
  final class Type {
    private final String token;
    private final boolean edges;
    private final boolean lookups;
    private final Map<String, Property> properties = new HashMap<>();

    private Type(String token) {
      this.token = token;
      this.edges = interest.wantsEdges(token);
      this.lookups = interest.wantsLookups(token);
    }

    /** Whether somebody asks which of its properties refers to what. */
    boolean edgesWanted() {
      return edges;
    }

    /** Whether somebody asks for what a data source tells of one. */
    boolean lookupsWanted() {
      return lookups;
    }

    /** A property's value with the names within it in Pulumi's words. */
    Value renamed(String property, Value value) {
      // Most values are plain: nothing is made for those.
      return value instanceof Value.Fields || value instanceof Value.Items
          ? TerraformValues.renamed(property, value, this::nameOf)
          : value;
    }

    /** Pulumi's type token; Terraform's own name where none is known. */
    String token() {
      return token;
    }

    /** Whether somebody reads a property, or tells resources by it. */
    boolean wants(String foreign) {
      return foreign.equals(ID) || property(foreign).wanted();
    }

    /** What Terraform calls a property, by the names that were read, or else as it calls most. */
    private String foreign(String name) {
      String usual = PropertyNames.withUnderscores(name);
      Property known = properties.get(usual);
      if (known != null && known.name().equals(name)) {
        return usual;
      }
      String first = null;
      for (Map.Entry<String, Property> read : properties.entrySet()) {
        String other = read.getKey();
        if (read.getValue().name().equals(name) && (first == null || other.compareTo(first) < 0)) {
          first = other;
        }
      }
      return first == null ? usual : first;
    }

    private String written(PropertyPath path) {
      StringBuilder written = new StringBuilder();
      for (String step : path.steps()) {
        written.append(written.length() == 0 ? "" : ".").append(foreign(step));
      }
      return written.toString();
    }

    private String nameOf(String foreign) {
      return property(foreign).name();
    }

    Property property(String foreign) {
      // Asked for every property of every resource: nothing is made where the answer is known.
      Property known = properties.get(foreign);
      if (known == null) {
        String name = naming.property(token, foreign);
        known = new Property(name, interest.wants(token, name));
        properties.put(foreign, known);
      }
      return known;
    }
  }

  /**
   * A property of a type.
   *
   * @param name in Pulumi's words
   * @param wanted whether somebody reads it
   */
  record Property(String name, boolean wanted) {}

  Type type(String foreign) {
    Type known = types.get(foreign);
    if (known == null) {
      known = new Type(naming.type(foreign).orElse(foreign));
      types.put(foreign, known);
    }
    return known;
  }

  /** Types that no Terraform type stands for are within manifests, in words of their own. */
  @Override
  public String written(String token, PropertyPath path) {
    // Asked for the same few again and again.
    return written
        .computeIfAbsent(token, each -> new ConcurrentHashMap<>())
        .computeIfAbsent(path, each -> spelled(token, path));
  }

  private String spelled(String token, PropertyPath path) {
    for (Type type : types.values()) {
      if (type.token().equals(token)) {
        return type.written(path);
      }
    }
    return path.toString();
  }

  /** A type that is Pulumi's own already. */
  Type ownType(String token) {
    return types.computeIfAbsent(token, Type::new);
  }
}
