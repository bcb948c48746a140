package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a node of a document can be, with the fields that OPA gives to policies and reads from them.
 *
 * <p>A field alone holds a text; {@code :flag} and {@code :integer} say so, the name of a shape
 * stands for a node of it, {@code :selection} for what a selection can be, and a star for many.
 */
enum Shape {
  QUERY("Operations:OPERATION* Fragments:FRAGMENT* Comment:COMMENTS"),
  OPERATION(
      "Operation Name VariableDefinitions:VARIABLE* Directives:DIRECTIVE* SelectionSet:selection*"
          + " Comment:COMMENTS"),
  VARIABLE(
      "Variable Type:TYPE DefaultValue:VALUE Directives:DIRECTIVE* Comment:COMMENTS"
          + " Definition:DEFINITION Used:flag"),
  FRAGMENT(
      "Name VariableDefinition:VARIABLE* TypeCondition Directives:DIRECTIVE*"
          + " SelectionSet:selection* Definition:DEFINITION Comment:COMMENTS"),
  FIELD(
      "Alias Name Arguments:ARGUMENT* Directives:DIRECTIVE* SelectionSet:selection*"
          + " Comment:COMMENTS Definition:FIELD_DEFINITION ObjectDefinition:DEFINITION"),
  SPREAD(
      "Name Directives:DIRECTIVE* ObjectDefinition:DEFINITION Definition:FRAGMENT"
          + " Comment:COMMENTS"),
  INLINE(
      "TypeCondition Directives:DIRECTIVE* SelectionSet:selection* ObjectDefinition:DEFINITION"
          + " Comment:COMMENTS"),
  ARGUMENT("Name Value:VALUE Comment:COMMENTS"),
  DIRECTIVE(
      "Name Arguments:ARGUMENT* ParentDefinition:DEFINITION Definition:DIRECTIVE_DEFINITION"
          + " Location"),
  VALUE(
      "Raw Children:CHILD* Kind:integer Comment:COMMENTS Definition:DEFINITION"
          + " VariableDefinition:VARIABLE ExpectedType:TYPE ExpectedTypeHasDefault:flag"),
  CHILD("Name Value:VALUE Comment:COMMENTS"),
  TYPE("NamedType Elem:TYPE NonNull:flag"),
  SCHEMA_DOCUMENT(
      "Schema:SCHEMA* SchemaExtension:SCHEMA* Directives:DIRECTIVE_DEFINITION*"
          + " Definitions:DEFINITION* Extensions:DEFINITION* Comment:COMMENTS"),
  SCHEMA(
      "Description Directives:DIRECTIVE* OperationTypes:OPERATION_TYPE*"
          + " BeforeDescriptionComment:COMMENTS AfterDescriptionComment:COMMENTS"
          + " EndOfDefinitionComment:COMMENTS"),
  OPERATION_TYPE("Operation Type Comment:COMMENTS"),
  DEFINITION(
      "Kind Description Name Directives:DIRECTIVE* Interfaces:text* Fields:FIELD_DEFINITION*"
          + " Types:text* EnumValues:ENUM_VALUE* BuiltIn:flag BeforeDescriptionComment:COMMENTS"
          + " AfterDescriptionComment:COMMENTS EndOfDefinitionComment:COMMENTS"),
  FIELD_DEFINITION(
      "Description Name Arguments:ARGUMENT_DEFINITION* DefaultValue:VALUE Type:TYPE"
          + " Directives:DIRECTIVE* BeforeDescriptionComment:COMMENTS"
          + " AfterDescriptionComment:COMMENTS"),
  ARGUMENT_DEFINITION(
      "Description Name DefaultValue:VALUE Type:TYPE Directives:DIRECTIVE*"
          + " BeforeDescriptionComment:COMMENTS AfterDescriptionComment:COMMENTS"),
  ENUM_VALUE(
      "Description Name Directives:DIRECTIVE* BeforeDescriptionComment:COMMENTS"
          + " AfterDescriptionComment:COMMENTS"),
  DIRECTIVE_DEFINITION(
      "Description Name Arguments:ARGUMENT_DEFINITION* Locations:text* IsRepeatable:flag"
          + " BeforeDescriptionComment:COMMENTS AfterDescriptionComment:COMMENTS"),
  COMMENTS("List:COMMENT*"),
  COMMENT("Value");

  private static final Map<Shape, Layout> LAYOUTS = new EnumMap<>(Shape.class);

  static {
    for (Shape shape : values()) {
      LAYOUTS.put(shape, Layout.of(shape.definition));
    }
  }

  private final String definition;

  Shape(String definition) {
    this.definition = definition;
  }

  /** What a field can hold. */
  enum Content {
    TEXT,
    FLAG,
    INTEGER,
    SELECTION,
    NODE
  }

  /**
   * A field of a node.
   *
   * @param shape of the nodes that it holds, if it holds nodes of one shape
   */
  record Field(String name, Content content, @Nullable Shape shape, boolean many) {
    /** What it holds if nothing is said. */
    @Nullable Object empty() {
      if (many) {
        return List.of();
      }
      return switch (content) {
        case TEXT -> "";
        case FLAG -> false;
        case INTEGER -> 0L;
        case SELECTION, NODE -> null;
      };
    }
  }

  /**
   * The fields of a shape, and where each is; made when all shapes are there, since they name one
   * another.
   */
  private record Layout(List<Field> fields, Map<String, Integer> places) {
    static Layout of(String definition) {
      List<Field> fields = new ArrayList<>();
      Map<String, Integer> places = new HashMap<>();
      for (String part : definition.split(" ", -1)) {
        boolean many = part.endsWith("*");
        String[] names = (many ? part.substring(0, part.length() - 1) : part).split(":", 2);
        String content = names.length > 1 ? names[1] : "text";
        boolean node = Character.isUpperCase(content.charAt(0));
        places.put(names[0], fields.size());
        fields.add(
            new Field(
                names[0],
                node ? Content.NODE : Content.valueOf(content.toUpperCase(Locale.ROOT)),
                node ? Shape.valueOf(content) : null,
                many));
      }
      return new Layout(List.copyOf(fields), Map.copyOf(places));
    }
  }

  private Layout layout() {
    return Objects.requireNonNull(LAYOUTS.get(this));
  }

  List<Field> fields() {
    return layout().fields();
  }

  int place(String field) {
    Integer place = layout().places().get(field);
    if (place == null) {
      throw new IllegalArgumentException("no `" + field + "` in " + this);
    }
    return place;
  }

  /** The field that tells nodes of this shape apart. */
  String key() {
    return this == VARIABLE ? "Variable" : "Name";
  }

  /** Whether OPA takes the names of fields as they are, and does not read comments back. */
  boolean isStrict() {
    return switch (this) {
      case OPERATION, FRAGMENT, FIELD, INLINE -> true;
      default -> false;
    };
  }

  /** Whether a node can hold others of its shape, however deep. */
  boolean isRecursive() {
    return switch (this) {
      case FIELD, INLINE, VALUE, TYPE, DEFINITION, VARIABLE, FRAGMENT -> true;
      default -> false;
    };
  }
}
