package dev.cutset.rego;

import dev.cutset.rego.GraphqlSchemaWriter.Field;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes random values of GraphQL for types of a schema; some do not fit. */
final class GraphqlLiteralWriter {
  private static final List<String> ODD =
      List.of(
          "1",
          "-0",
          "99999999999",
          "99999999999999999999",
          "1.5",
          "1e999",
          "\"\"",
          "\"REED\"",
          "\"\"\"b\n  c\"\"\"",
          "true",
          "null",
          "RED",
          "GREN",
          "[]",
          "[1, \"a\"]",
          "{}",
          "{low: 1, low: 2}",
          "{left: null}",
          "[[1]]");

  private final Random random;
  private final Map<String, List<Field>> fields;

  GraphqlLiteralWriter(Random random, Map<String, List<Field>> fields) {
    this.random = random;
    this.fields = fields;
  }

  String literal(String type, int depth) {
    if (random.nextInt(14) == 0) {
      return ODD.get(random.nextInt(ODD.size()));
    } else if (type.endsWith("!")) {
      return literal(type.substring(0, type.length() - 1), depth);
    } else if (random.nextInt(20) == 0) {
      return "null";
    } else if (type.startsWith("[")) {
      String inner = literal(type.substring(1, type.length() - 1), depth + 1);
      return random.nextInt(5) == 0 ? inner : "[" + inner + (depth > 1 ? "" : ", " + inner) + "]";
    }
    return switch (type) {
      case "Int" -> String.valueOf(random.nextInt(100) - 50);
      case "Float" -> random.nextBoolean() ? "2.5e3" : "7";
      case "String" -> random.nextBoolean() ? "\"some \\n text\"" : "\"\"\"é\"\"\"";
      case "Boolean" -> String.valueOf(random.nextBoolean());
      case "ID" -> random.nextBoolean() ? "12" : "\"id\"";
      case "Color" -> random.nextBoolean() ? "RED" : "BLUE";
      case "Range", "Choice" -> depth > 2 ? "{}" : object(type, depth);
      default -> "\"2020\"";
    };
  }

  private String object(String type, int depth) {
    StringBuilder out = new StringBuilder("{");
    boolean one = type.equals("Choice") && random.nextInt(4) != 0;
    for (Field field : fields.getOrDefault(type, List.of())) {
      if (field.type().endsWith("!") || random.nextBoolean()) {
        String name = random.nextInt(30) == 0 ? "hihg" : field.name();
        out.append(name).append(": ").append(literal(field.type(), depth + 1)).append(" ");
        if (one) {
          break;
        }
      }
    }
    return out.append("}").toString();
  }
}
