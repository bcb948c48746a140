package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The entry that is being read, and its file: turns single nodes into values, and says where a
 * wrong one stands.
 */
record Origin(String file, String entry) {
  /** The exception for a mistake at a node, which may have come from the file of another entry. */
  CatalogException mistake(Node node, String message) {
    String whole = "`" + entry + "`: " + message;
    return node.getStartMark()
        .map(
            mark ->
                new CatalogException(
                    mark.getName(), mark.getLine() + 1, mark.getColumn() + 1, whole))
        .orElseGet(() -> new CatalogException(file, 1, 1, whole));
  }

  /** The elements of a list, or the node itself where one alone needs no list. */
  List<Node> items(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  String text(Node node) {
    ScalarNode scalar = scalar(node, "a text");
    if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
      throw mistake(node, "needs a text, has nothing");
    }
    return scalar.getValue();
  }

  boolean truth(Node node) {
    if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.BOOL)) {
      throw mistake(node, "needs `true` or `false`, has " + shown(node));
    }
    return Boolean.parseBoolean(scalar.getValue());
  }

  int whole(Node node) {
    if (!isWhole(node)) {
      throw mistake(node, "needs a whole number, has " + shown(node));
    }
    return Integer.parseInt(((ScalarNode) node).getValue());
  }

  double number(Node node) {
    if (value(node) instanceof Value.Num number) {
      return number.value();
    }
    throw mistake(node, "needs a number, has " + shown(node));
  }

  boolean isWhole(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.INT)
        && scalar.getValue().length() < 10;
  }

  PropertyPath path(Node node) {
    String text = text(node);
    if (!isPath(text)) {
      throw mistake(node, "`" + text + "` is no property path: names with dots between them");
    }
    return PropertyPath.of(text);
  }

  private static boolean isPath(String text) {
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      boolean letter =
          one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one == '_' || one == '$';
      boolean inside = one >= '0' && one <= '9' || one == '-' || one == '.';
      if (!letter && (begins || !inside)) {
        return false;
      }
      begins = one == '.';
    }
    return !begins;
  }

  List<PropertyPath> paths(Node node) {
    return items(node).stream().map(this::path).toList();
  }

  /** A value to compare a property with. */
  Value value(Node node) {
    if (node instanceof SequenceNode list) {
      return new Value.Items(list.getValue().stream().map(this::value).toList());
    }
    ScalarNode scalar = scalar(node, "a value");
    if (scalar.getTag().equals(Tag.BOOL)) {
      return Value.of(Boolean.parseBoolean(scalar.getValue()));
    }
    if (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT)) {
      return Value.of(Double.parseDouble(scalar.getValue()));
    }
    return scalar.getTag().equals(Tag.NULL) ? Value.NULL : Value.of(scalar.getValue());
  }

  /** One of the words of an enumeration, as people write it: {@code control-plane}. */
  <E extends Enum<E>> E word(Node node, Class<E> words) {
    String text = text(node);
    List<E> all = Arrays.asList(words.getEnumConstants());
    return all.stream()
        .filter(one -> spelled(one).equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = all.stream().map(Origin::spelled).toList();
              return mistake(node, "unknown word `" + text + "`; " + Suggestion.among(known, text));
            });
  }

  private static String spelled(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private ScalarNode scalar(Node node, String wanted) {
    if (node instanceof ScalarNode scalar) {
      return scalar;
    }
    throw mistake(node, "needs " + wanted + ", has " + shown(node));
  }

  private static String shown(Node node) {
    if (node instanceof ScalarNode scalar) {
      return "`" + scalar.getValue() + "`";
    }
    return node instanceof SequenceNode ? "a list" : "a map";
  }
}
