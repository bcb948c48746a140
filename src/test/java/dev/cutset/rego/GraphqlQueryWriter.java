package dev.cutset.rego;

import dev.cutset.rego.GraphqlSchemaWriter.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes random queries of GraphQL for a schema, many of which fit it. */
final class GraphqlQueryWriter {
  private static final List<String> COMPOSITES =
      List.of("Cat", "Dog", "Owner", "Pet", "Named", "Beast", "Query");
  private static final List<String> DIRECTIVES =
      List.of(
          " @include(if: true)",
          " @skip(if: $flag)",
          " @tag(name: \"n\")",
          " @tag @tag",
          " @defer",
          " @unknown",
          " @include",
          " @tag(leve: 1, level: 2)",
          " @skip(if: true, if: false)");

  private final Random random;
  private final Map<String, List<Field>> fields;
  private final GraphqlLiteralWriter literals;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Map<String, String> fragments = new LinkedHashMap<>();

  GraphqlQueryWriter(Random random, Map<String, List<Field>> fields) {
    this.random = random;
    this.fields = fields;
    this.literals = new GraphqlLiteralWriter(random, fields);
  }

  String write() {
    StringBuilder out = new StringBuilder();
    int operations = random.nextInt(5) == 0 ? 2 : 1;
    for (int i = 0; i < operations; i++) {
      out.append(operation(i));
    }
    for (int written = 0; written < fragments.size() && written < 6; written++) {
      String name = List.copyOf(fragments.keySet()).get(written);
      String type = fragments.get(name);
      out.append(maybe(12, "# of fragments\n")).append("fragment ").append(name);
      out.append(" on ").append(maybe(30, "x")).append(type);
      out.append(selection(type, 2)).append('\n');
    }
    return out.append(maybe(30, "fragment Idle on Cat { __typename }\n")).toString();
  }

  private String operation(int number) {
    variables.clear();
    String sort = random.nextInt(8) == 0 ? "mutation" : "query";
    sort = random.nextInt(20) == 0 ? "subscription" : sort;
    String root = sort.equals("mutation") ? "Mutation" : "Query";
    String body = selection(root, 0);
    if (variables.isEmpty() && number == 0 && sort.equals("query") && random.nextInt(4) == 0) {
      return maybe(3, "# first\n") + body + "\n";
    }
    StringBuilder out = new StringBuilder(maybe(6, "# op\n")).append(sort);
    out.append(" Op").append(random.nextInt(30) == 0 ? 0 : number);
    if (!variables.isEmpty()) {
      out.append('(');
      variables.forEach((name, type) -> out.append(variable(name, type)));
      out.append(')');
    }
    return out.append(directive()).append(body).append('\n').toString();
  }

  private String variable(String name, String type) {
    String actual = random.nextInt(20) == 0 ? "Cat" : type;
    String value = random.nextInt(4) == 0 ? " = " + literals.literal(type, 0) : "";
    return maybe(12, "# var\n") + "$" + name + ": " + actual + value + maybe(15, " @tag") + ", ";
  }

  private String maybe(int times, String text) {
    return random.nextInt(times) == 0 ? text : "";
  }

  private String directive() {
    if (random.nextInt(12) > 0) {
      return "";
    }
    String directive = DIRECTIVES.get(random.nextInt(DIRECTIVES.size()));
    if (directive.contains("$flag")) {
      variables.put("flag", "Boolean!");
    }
    return directive;
  }

  private String selection(String type, int depth) {
    StringBuilder out = new StringBuilder(" {");
    List<Field> known = fields.getOrDefault(type, List.of());
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int choice = random.nextInt(16);
      if (known.isEmpty() && choice > 4 || choice == 0) {
        out.append(" __typename");
      } else if (choice == 1 || choice == 2 && depth < 4) {
        out.append(maybe(6, "# inline\n")).append(inline(type, depth));
      } else if (choice == 3 || known.isEmpty()) {
        out.append(maybe(6, "# spread\n")).append(spread(type));
      } else if (choice == 4 && depth == 0) {
        out.append(introspection());
      } else {
        out.append(field(known.get(random.nextInt(known.size())), depth));
      }
    }
    return out.append(maybe(10, "# last\n")).append(" }").toString();
  }

  private String inline(String type, int depth) {
    String condition = random.nextBoolean() ? type : pickComposite();
    String head = random.nextInt(6) == 0 ? " ..." : " ... on " + condition;
    return head + directive() + selection(head.endsWith("...") ? type : condition, depth + 1);
  }

  private String spread(String type) {
    String name = "F" + random.nextInt(4);
    fragments.putIfAbsent(name, random.nextInt(4) == 0 ? pickComposite() : type);
    return " ..." + (random.nextInt(40) == 0 ? "Missing" : name) + directive();
  }

  private String pickComposite() {
    return COMPOSITES.get(random.nextInt(COMPOSITES.size()));
  }

  private String introspection() {
    return switch (random.nextInt(4)) {
      case 0 -> " __schema { types { name fields { name } } }";
      case 1 ->
          " __type(name: \"Cat\") { fields { type { fields { type { fields { name } } } } } }";
      case 2 -> " __schema { queryTyp { name } }";
      default -> " __type { kind }";
    };
  }

  private String field(Field field, int depth) {
    StringBuilder out = new StringBuilder(" ").append(maybe(20, "# field\n"));
    out.append(maybe(10, "a: "));
    out.append(random.nextInt(25) == 0 ? field.name() + "x" : field.name());
    out.append(arguments(field)).append(directive());
    String type = field.type().replaceAll("[\\[\\]!]", "");
    boolean leaf = !COMPOSITES.contains(type);
    if (leaf ? random.nextInt(40) == 0 : random.nextInt(30) != 0) {
      out.append(depth > 4 ? " { __typename }" : selection(type, depth + 1));
    }
    return out.toString();
  }

  private String arguments(Field field) {
    StringBuilder out = new StringBuilder();
    field
        .arguments()
        .forEach(
            (name, type) -> {
              if (type.endsWith("!") ? random.nextInt(15) > 0 : random.nextBoolean()) {
                out.append(random.nextInt(30) == 0 ? name + "y" : name).append(": ");
                out.append(maybe(15, "# value\n")).append(value(type)).append(' ');
              }
            });
    return out.isEmpty() ? "" : "(" + out + ")";
  }

  private String value(String type) {
    if (random.nextInt(3) > 0) {
      return literals.literal(type, 0);
    }
    String name = "v" + random.nextInt(5);
    if (random.nextInt(20) > 0) {
      variables.putIfAbsent(name, random.nextInt(5) == 0 ? type.replace("!", "") : type);
    }
    return "$" + name;
  }
}
