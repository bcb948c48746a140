package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Value;
import java.util.HashMap;
import java.util.Map;

/** Terraform's names in Pulumi's words, and whether somebody reads what they name. */
final class TerraformNames {
  /** Every resource is known by it, whether or not somebody asks for the property. */
  static final String ID = "id";

  private final Interest interest;
  private final Naming naming;
  private final Map<String, Type> types = new HashMap<>();

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

  /** A type that is Pulumi's own already. */
  Type ownType(String token) {
    return types.computeIfAbsent(token, Type::new);
  }
}
