package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a schema of a document and what every schema has, refusing what makes none. */
final class SchemaBuilder {
  /** Directives that a schema may define although they are there. */
  private static final Set<String> KNOWN =
      Set.of("include", "skip", "deprecated", "specifiedBy", "defer", "oneOf");

  private static final List<String> EXTENDED =
      List.of("Directives", "Interfaces", "Fields", "Types", "EnumValues");

  private final Schema schema = new Schema();
  private final Node document;
  private final Effort effort;
  private final DirectiveCheck directives;

  private SchemaBuilder(Node document, Effort effort) {
    this.document = document;
    this.effort = effort;
    this.directives = new DirectiveCheck(schema, effort);
  }

  static Schema build(Node document, Effort effort) {
    return new SchemaBuilder(document, effort).build();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is not among the libraries
  static GraphqlException refused(@Nullable Position position, String message, Object... details) {
    Position known = position == null ? new Position(-1, -1) : position;
    return new GraphqlException(
        "Error in gqlparser SchemaDocument to Schema conversion: "
            + Texts.at(known, String.format(Locale.ROOT, message, details)));
  }

  private Schema build() {
    Node prelude = Prelude.document(effort);
    define(prelude);
    define(document);
    extend();
    schema.types().values().forEach(this::relate);
    prelude.nodes("Directives").forEach(this::direct);
    document.nodes("Directives").forEach(this::direct);
    enter();
    new TypeCheck(schema, directives, effort).check();
    if (document.nodes("Schema").isEmpty()) {
      enterByName("query", "Query");
      enterByName("mutation", "Mutation");
      enterByName("subscription", "Subscription");
    }
    introspect();
    return schema;
  }

  private void define(Node part) {
    for (Node type : part.nodes("Definitions")) {
      effort.work();
      String name = type.text("Name");
      if (schema.types().putIfAbsent(name, type.growing()) != null) {
        throw refused(type.position(), "Cannot redeclare type %s.", name);
      }
    }
  }

  private void extend() {
    for (Node extension : document.nodes("Extensions")) {
      effort.work();
      String name = extension.text("Name");
      String kind = extension.text("Kind");
      Node type = schema.types().computeIfAbsent(name, key -> undefined(extension, key, kind));
      if (!type.isKind(kind)) {
        throw refused(
            extension.position(),
            "Cannot extend type %s because the base type is a %s, not %s.",
            name,
            type.text("Kind"),
            kind);
      }
      for (String field : EXTENDED) {
        type.add(field, extension.list(field));
      }
      type.memberPositions().addAll(extension.memberPositions());
    }
  }

  /** What is extended need not be there. */
  private static Node undefined(Node extension, String name, String kind) {
    Node type = new Node(Shape.DEFINITION, extension.position());
    return type.set("Kind", kind).set("Name", name).growing();
  }

  /** Which types a value of a type can be of. */
  private void relate(Node type) {
    switch (type.text("Kind")) {
      case "UNION" -> {
        for (String member : type.texts("Types")) {
          schema.addPossible(type.text("Name"), schema.type(member));
        }
      }
      case "INPUT_OBJECT", "OBJECT" -> {
        type.texts("Interfaces").forEach(each -> schema.addPossible(each, type));
        schema.addPossible(type.text("Name"), type);
      }
      case "INTERFACE" -> type.texts("Interfaces").forEach(each -> schema.addPossible(each, type));
      default -> {}
    }
  }

  private void direct(Node directive) {
    String name = directive.text("Name");
    if (schema.directives().put(name, directive) != null && !KNOWN.contains(name)) {
      throw refused(directive.position(), "Cannot redeclare directive %s.", name);
    }
  }

  private void enter() {
    List<Node> schemas = document.nodes("Schema");
    if (schemas.size() > 1) {
      throw refused(
          schemas.get(1).position(),
          "Cannot have multiple schema entry points, consider schema extensions instead.");
    }
    List<Node> all = new ArrayList<>(schemas);
    all.addAll(document.nodes("SchemaExtension"));
    for (Node part : all) {
      part.nodes("OperationTypes").forEach(this::enter);
      directives.check(part.nodes("Directives"), "SCHEMA", null, true);
    }
  }

  private void enter(Node entry) {
    String operation = entry.text("Operation");
    Node type = schema.type(entry.text("Type"));
    if (type == null) {
      throw refused(
          entry.position(),
          "Schema root %s refers to a type %s that does not exist.",
          operation,
          entry.text("Type"));
    }
    schema.roots().put(operation, type);
  }

  private void enterByName(String operation, String name) {
    Node type = schema.type(name);
    if (type != null) {
      schema.roots().putIfAbsent(operation, type);
    }
  }

  /** The fields of the root of queries that tell of the schema itself. */
  private void introspect() {
    Node query = schema.roots().get("query");
    if (query != null) {
      Node name = argument("name", Types.named("String", true));
      Node one = field("__type", Types.named("__Type", false)).set("Arguments", List.of(name));
      query.add("Fields", List.of(field("__schema", Types.named("__Schema", true)), one));
    }
  }

  private static Node field(String name, Node type) {
    return new Node(Shape.FIELD_DEFINITION, null).set("Name", name).set("Type", type);
  }

  private static Node argument(String name, Node type) {
    return new Node(Shape.ARGUMENT_DEFINITION, null).set("Name", name).set("Type", type);
  }
}
