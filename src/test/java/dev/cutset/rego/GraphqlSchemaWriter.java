package dev.cutset.rego;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes random schemas of GraphQL, most of which are sound, and remembers what is in them. */
final class GraphqlSchemaWriter {
  private static final List<String> SCALARS =
      List.of("Int", "Float", "String", "Boolean", "ID", "Date", "Color");
  private static final List<String> INPUTS = List.of("Range", "Choice");
  private static final List<String> COMPOSITES =
      List.of("Query", "Cat", "Dog", "Owner", "Pet", "Named", "Beast");

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, List<Field>> fields = new LinkedHashMap<>();

  /** A field, with the types of its arguments by their names. */
  record Field(String name, String type, Map<String, String> arguments) {}

  GraphqlSchemaWriter(Random random) {
    this.random = random;
  }

  /** The fields of the types that have some, by the name of the type. */
  Map<String, List<Field>> fields() {
    return fields;
  }

  String write() {
    fields.put("Named", fields(2));
    fields.put("Pet", joined("Named", 2));
    fields.put("Cat", joined("Pet", 2));
    fields.put("Dog", joined(random.nextInt(20) == 0 ? "Named" : "Pet", 2));
    fields.put("Owner", joined("Named", 3));
    fields.put("Query", fields(4));
    fields.put("Mutation", fields(2));
    fields.put("Range", inputs("low", "high", "next"));
    fields.put("Choice", inputs("left", "right", "within"));
    schema();
    out.append("scalar Date").append(maybe(" @specifiedBy(url: \"x\")")).append("\n");
    describe("");
    out.append("enum Color { RED GREEN ").append(maybe("@deprecated ")).append("BLUE }\n");
    type("interface Named", "Named");
    type("interface Pet implements Named", "Pet");
    type("type Cat implements Named & Pet", "Cat");
    type("type Dog implements & Pet & Named", "Dog");
    type("type Owner implements Named", "Owner");
    out.append("union Beast = ").append(maybe("| ")).append("Cat | Dog\n");
    type("type Query", "Query");
    type("type Mutation", "Mutation");
    type("input Range", "Range");
    type("input Choice " + maybe("@oneOf"), "Choice");
    out.append("directive @tag(name: String! = \"t\", level: Int) ");
    out.append(maybe("repeatable ")).append("on FIELD | QUERY | FIELD_DEFINITION");
    out.append(maybe(" | OBJECT")).append(maybe(" | VARIABLE_DEFINITION")).append("\n");
    extensions();
    return out.toString();
  }

  private void schema() {
    if (random.nextInt(3) == 0) {
      describe("");
      out.append("schema ").append(maybe("@tag ")).append("{ query: Query");
      out.append(maybe("\n mutation: Mutation")).append(maybe("\n subscription: Dog"));
      out.append(maybe(" # roots\n")).append(" }\n");
    }
  }

  private void extensions() {
    if (random.nextInt(4) == 0) {
      fields.get("Query").add(new Field("more", "Cat", Map.of()));
      out.append(maybe("# extends\n")).append("extend type Query { more: Cat }\n");
    }
    if (random.nextInt(8) == 0) {
      out.append("extend enum Color { BLACK }\nextend union Beast = Owner\n");
    }
    if (random.nextInt(8) == 0) {
      out.append("extend input Range { last: [Color!] = [RED] }\n");
    }
    if (random.nextInt(8) == 0) {
      out.append("extend type Subscription { cat(x: Int): Cat dog: Dog }\n");
    }
  }

  private void type(String head, String name) {
    describe("");
    out.append(head).append(maybe(" @tag(level: 2)")).append(" {\n");
    boolean input = INPUTS.contains(name);
    for (Field field : fields.get(name)) {
      describe("  ");
      out.append("  ").append(field.name());
      if (!field.arguments().isEmpty()) {
        out.append('(');
        field.arguments().forEach(this::argument);
        out.append(')');
      }
      out.append(": ").append(field.type());
      if (input && random.nextInt(4) == 0) {
        out.append(" = ").append(literal(field.type()));
      }
      out.append(input ? "" : maybe(" @deprecated(reason: \"old\")")).append('\n');
    }
    out.append(maybe("# end of " + name + "\n")).append("}\n");
  }

  private void argument(String name, String type) {
    out.append(name).append(": ").append(type);
    out.append(random.nextInt(3) == 0 ? " = " + literal(type) : "").append(", ");
  }

  private void describe(String indent) {
    switch (random.nextInt(10)) {
      case 0 -> out.append(indent).append("# a comment\n").append(indent).append("#é another\n");
      case 1 -> out.append(indent).append("\"text \\u00e9 \\\"x\\\"\"\n");
      case 2 -> out.append(indent).append("\"\"\"\n   block\n     of text \\\"\"\"\n  \"\"\"\n");
      case 3 -> out.append(indent).append("\"\"\"one\"\"\" # after\n");
      default -> {}
    }
  }

  private String maybe(String text) {
    return random.nextInt(6) == 0 ? text : "";
  }

  private List<Field> fields(int count) {
    List<Field> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(field(String.valueOf((char) ('a' + random.nextInt(12)))));
    }
    return distinct(some);
  }

  /** Those that an interface asks for, and more. */
  private List<Field> joined(String promised, int count) {
    List<Field> all = new ArrayList<>(fields.get(promised));
    all.addAll(fields(count));
    return distinct(all);
  }

  private List<Field> distinct(List<Field> all) {
    Map<String, Field> byName = new LinkedHashMap<>();
    for (Field field : all) {
      // Once in a while one is there twice.
      String key = random.nextInt(60) == 0 ? field.name() + "'" : field.name();
      byName.putIfAbsent(key, field);
    }
    return new ArrayList<>(byName.values());
  }

  private List<Field> inputs(String... names) {
    List<Field> some = new ArrayList<>();
    for (String name : names) {
      some.add(new Field(name, inputType(), Map.of()));
    }
    return some;
  }

  private Field field(String name) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String argument : List.of("x", "y", "limit")) {
      if (random.nextInt(5) == 0) {
        arguments.put(argument, inputType());
      }
    }
    List<String> types = random.nextInt(3) == 0 ? SCALARS : COMPOSITES;
    return new Field(name, wrapped(pick(types)), arguments);
  }

  private String inputType() {
    return wrapped(pick(random.nextInt(4) == 0 ? INPUTS : SCALARS));
  }

  private String wrapped(String name) {
    return switch (random.nextInt(8)) {
      case 0 -> name + "!";
      case 1 -> "[" + name + "]";
      case 2 -> "[" + name + "!]!";
      case 3 -> random.nextInt(4) == 0 ? "[[" + name + "]!]" : name;
      default -> name;
    };
  }

  private String pick(List<String> from) {
    return random.nextInt(150) == 0 ? "Nowhere" : from.get(random.nextInt(from.size()));
  }

  /** A value that mostly fits the type. */
  String literal(String type) {
    return new GraphqlLiteralWriter(random, fields).literal(type, 0);
  }
}
