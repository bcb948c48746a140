package dev.cutset.rego.graphql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through a query with its schema, notes what is what, and has the rules look at it. */
final class QueryWalk {
  private final QueryContext context;
  private final Schema schema;
  private final Effort effort;
  private final OperationRules operationRules;
  private final FieldRules fieldRules;
  private final FragmentRules fragmentRules;
  private final DirectiveRules directiveRules;
  private final ValueRules valueRules;
  private Set<String> visited = new HashSet<>();

  QueryWalk(QueryContext context) {
    this.context = context;
    this.schema = context.schema();
    this.effort = context.effort();
    Overlaps overlaps = new Overlaps(context);
    this.operationRules = new OperationRules(context, overlaps);
    this.fieldRules = new FieldRules(context, overlaps);
    this.fragmentRules = new FragmentRules(context, overlaps);
    this.directiveRules = new DirectiveRules(context);
    this.valueRules = new ValueRules(context);
  }

  void walk() {
    for (Node operation : context.document().nodes("Operations")) {
      visited = new HashSet<>();
      context.setOperation(operation);
      operation(operation);
      context.setOperation(null);
    }
    for (Node fragment : context.document().nodes("Fragments")) {
      visited = new HashSet<>();
      fragment(fragment);
    }
  }

  private void operation(Node operation) {
    List<Node> variables = operation.nodes("VariableDefinitions");
    for (Node variable : variables) {
      Node definition = schema.typeOf(variable);
      variable.set("Definition", definition);
      fragmentRules.variable(variable);
      Node value = variable.find("DefaultValue");
      if (value != null) {
        value.set("ExpectedType", variable.node("Type")).set("Definition", definition);
      }
    }
    for (Node variable : variables) {
      Node value = variable.find("DefaultValue");
      if (value != null) {
        value(value);
      }
      directives(variable.find("Definition"), variable.nodes("Directives"), "VARIABLE_DEFINITION");
    }
    Node root = context.root(operation);
    String location = QueryContext.sort(operation).toUpperCase(Locale.ROOT);
    directives(root, operation.nodes("Directives"), location);
    selections(root, operation.nodes("SelectionSet"));
    operationRules.operation(operation);
  }

  private void fragment(Node fragment) {
    Node type = schema.type(fragment.text("TypeCondition"));
    fragment.set("Definition", type);
    directives(type, fragment.nodes("Directives"), "FRAGMENT_DEFINITION");
    selections(type, fragment.nodes("SelectionSet"));
    fragmentRules.fragment(fragment);
  }

  private void directives(@Nullable Node parent, List<Node> directives, String location) {
    for (Node directive : directives) {
      Node definition = schema.directives().get(directive.text("Name"));
      directive.set("Definition", definition);
      directive.set("ParentDefinition", parent).set("Location", location);
      arguments(definition, directive);
      directiveRules.directive(directive);
    }
    directiveRules.directives(directives);
  }

  private void arguments(@Nullable Node definition, Node owner) {
    for (Node argument : owner.nodes("Arguments")) {
      Node value = argument.node("Value");
      Node wanted = definition == null ? null : definition.find("Arguments", argument.text("Name"));
      if (wanted != null) {
        expect(value, wanted);
      }
      value(value);
    }
  }

  private void expect(Node value, Node wanted) {
    Node usual = wanted.find("DefaultValue");
    value
        .set("ExpectedType", wanted.node("Type"))
        .set("ExpectedTypeHasDefault", usual != null && usual.kind() != ValueKind.NULL)
        .set("Definition", schema.typeOf(wanted));
  }

  private void value(Node value) {
    effort.enter();
    Node operation = context.operation();
    ValueKind kind = value.kind();
    Node definition = value.find("Definition");
    if (kind == ValueKind.VARIABLE && operation != null) {
      Node variable = operation.find("VariableDefinitions", value.text("Raw"));
      value.set("VariableDefinition", variable);
      if (variable != null) {
        variable.set("Used", true);
      }
    } else if (kind == ValueKind.OBJECT) {
      for (Node child : value.nodes("Children")) {
        Node field = definition == null ? null : definition.find("Fields", child.text("Name"));
        if (field != null) {
          expect(child.node("Value"), field);
        }
        value(child.node("Value"));
      }
    } else if (kind == ValueKind.LIST) {
      Node expected = value.find("ExpectedType");
      Node element = expected == null ? null : expected.find("Elem");
      for (Node child : value.nodes("Children")) {
        if (element != null) {
          child.node("Value").set("ExpectedType", element).set("Definition", definition);
        }
        value(child.node("Value"));
      }
    }
    valueRules.value(value);
    effort.leave();
  }

  private void selections(@Nullable Node parent, List<Node> selections) {
    for (Node selection : selections) {
      effort.enter();
      switch (selection.shape()) {
        case FIELD -> field(parent, selection);
        case INLINE -> inline(parent, selection);
        default -> spread(parent, selection);
      }
      effort.leave();
    }
  }

  private void field(@Nullable Node parent, Node field) {
    Node definition = definition(parent, field.text("Name"));
    field.set("Definition", definition).set("ObjectDefinition", parent);
    Node type = definition == null ? null : schema.typeOf(definition);
    arguments(definition, field);
    directives(type, field.nodes("Directives"), "FIELD");
    selections(type, field.nodes("SelectionSet"));
    fieldRules.field(field);
  }

  private static @Nullable Node definition(@Nullable Node parent, String name) {
    if (name.equals("__typename")) {
      return new Node(Shape.FIELD_DEFINITION, null)
          .set("Name", name)
          .set("Type", Types.named("String", false));
    }
    return parent == null ? null : parent.find("Fields", name);
  }

  private void inline(@Nullable Node parent, Node inline) {
    inline.set("ObjectDefinition", parent);
    String condition = inline.text("TypeCondition");
    Node type = condition.isEmpty() ? parent : schema.type(condition);
    directives(type, inline.nodes("Directives"), "INLINE_FRAGMENT");
    selections(type, inline.nodes("SelectionSet"));
    fragmentRules.inline(inline);
  }

  private void spread(@Nullable Node parent, Node spread) {
    Node fragment = context.document().find("Fragments", spread.text("Name"));
    spread.set("Definition", fragment).set("ObjectDefinition", parent);
    Node type = fragment == null ? null : schema.type(fragment.text("TypeCondition"));
    directives(type, spread.nodes("Directives"), "FRAGMENT_SPREAD");
    if (fragment != null && visited.add(fragment.text("Name"))) {
      directives(type, fragment.nodes("Directives"), "FRAGMENT_DEFINITION");
      selections(type, fragment.nodes("SelectionSet"));
    }
    fragmentRules.spread(spread);
  }
}
