package dev.cutset.rego.graphql;

import dev.cutset.rego.Notation;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How messages tell values, types and places. */
final class Texts {
  private Texts() {}

  static String quoted(String text) {
    return Notation.quoted(text);
  }

  /** A message with where it belongs, as the library that OPA uses writes it. */
  static String at(@Nullable Position position, String message) {
    return position == null
        ? "input: " + message
        : "input:%d:%d: %s".formatted(position.line(), position.column(), message);
  }

  /** OPA says where a message belongs behind it, if it can find out. */
  static String located(String message) {
    String[] parts = message.split(":", 4);
    if (parts.length < 4 || !isNumber(parts[1]) || !isNumber(parts[2])) {
      return "GraphQL parse error: " + message;
    }
    String text = parts[3].replaceFirst("^ +", "");
    String end = ".\n";
    if (text.endsWith(end)) {
      text = text.substring(0, text.length() - end.length());
    }
    return "%s in GraphQL string at location %s:%s".formatted(text, parts[1], parts[2]);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A type as a document writes it. */
  static String type(Node type) {
    String name = type.text("NamedType");
    String text = name.isEmpty() ? "[" + type(type.node("Elem")) + "]" : name;
    return type.flag("NonNull") ? text + "!" : text;
  }

  /** A value, nearly as a document writes it. */
  static String value(Node value) {
    String raw = value.text("Raw");
    return switch (value.kind()) {
      case VARIABLE -> "$" + raw;
      case INT, FLOAT, ENUM, BOOLEAN, NULL -> raw;
      case STRING, BLOCK -> quoted(raw);
      case LIST ->
          value.nodes("Children").stream()
              .map(child -> child(child))
              .collect(Collectors.joining(",", "[", "]"));
      case OBJECT ->
          value.nodes("Children").stream()
              .map(child -> child.text("Name") + ":" + child(child))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String child(Node child) {
    Node value = child.find("Value");
    return value == null ? "<nil>" : value(value);
  }
}
