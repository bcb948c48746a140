package dev.cutset.rego.graphql;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.graphql.Shape.Field;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents that policies have as objects, as OPA reads them through JSON: what is unknown is
 * passed over, and the case of names does not matter where Go does not mind it.
 */
final class NodeReader {
  private static final List<Shape> SELECTIONS = List.of(Shape.FIELD, Shape.SPREAD, Shape.INLINE);

  private final Effort effort;

  NodeReader(Effort effort) {
    this.effort = effort;
  }

  Node read(Shape shape, RegoValue value) {
    if (value instanceof RegoNull) {
      return new Node(shape, null);
    } else if (!(value instanceof RegoObject object)) {
      throw wrong(value, shape.toString());
    } else {
      boolean deeper = shape.isRecursive();
      if (deeper) {
        effort.enter();
      }
      Node node = new Node(shape, null);
      object.forEachField((name, each) -> put(node, name, each));
      if (deeper) {
        effort.leave();
      }
      return node;
    }
  }

  private void put(Node node, String name, RegoValue value) {
    effort.work();
    Field field = field(node.shape(), name);
    if (field != null && !(value instanceof RegoNull)) {
      node.set(field.name(), field.many() ? list(field, value) : value(field, value));
    }
  }

  private static @Nullable Field field(Shape shape, String name) {
    Field found = null;
    for (Field field : shape.fields()) {
      if (field.name().equals(name)) {
        return shape.isStrict() && name.equals("Comment") ? null : field;
      } else if (!shape.isStrict() && field.name().equalsIgnoreCase(name)) {
        found = field;
      }
    }
    return found;
  }

  private List<?> list(Field field, RegoValue value) {
    boolean selections = field.content() == Shape.Content.SELECTION;
    List<Object> list = new ArrayList<>();
    for (RegoValue element : elements(field, value)) {
      Object read = selections ? selection(element) : value(field, element);
      if (read != null) {
        list.add(read);
      }
    }
    return list;
  }

  private static Iterable<RegoValue> elements(Field field, RegoValue value) {
    if (value instanceof RegoArray array) {
      return array;
    } else if (value instanceof RegoSet set) {
      return set;
    }
    throw wrong(value, field.name());
  }

  /**
   * A selection is what it can be read as, tried in this order, and dropped if it can be none; so
   * in OPA too what policies have of fragments comes back as fields.
   */
  private @Nullable Node selection(RegoValue value) {
    int depth = effort.depth();
    for (Shape shape : SELECTIONS) {
      try {
        return read(shape, value);
      } catch (WrongType e) {
        effort.backTo(depth);
      }
    }
    return null;
  }

  private Object value(Field field, RegoValue value) {
    Shape shape = field.shape();
    if (shape != null) {
      boolean absent = field.many() && value instanceof RegoNull;
      return absent ? Node.absent(shape) : read(shape, value);
    }
    return switch (field.content()) {
      case TEXT -> text(field, value);
      case FLAG -> flag(field, value);
      default -> integer(field, value);
    };
  }

  private static String text(Field field, RegoValue value) {
    if (value instanceof RegoString text) {
      return text.value();
    } else if (value instanceof RegoNull) {
      return "";
    }
    throw wrong(value, field.name());
  }

  private static boolean flag(Field field, RegoValue value) {
    if (value instanceof RegoBoolean truth) {
      return truth.value();
    }
    throw wrong(value, field.name());
  }

  /** A number that is written as an integer; to Go {@code 1.0} is none. */
  private static long integer(Field field, RegoValue value) {
    if (value instanceof RegoNumber number && number.text().matches("-?[0-9]{1,19}")) {
      BigInteger integer = new BigInteger(number.text());
      if (integer.bitLength() < Long.SIZE) {
        return integer.longValue();
      }
    }
    throw wrong(value, field.name());
  }

  private static WrongType wrong(RegoValue value, String field) {
    return new WrongType(
        "GraphQL document cannot have a " + value.typeName() + " as `" + field + "`");
  }

  /** Something that cannot stand where it does. */
  private static final class WrongType extends GraphqlException {
    private static final long serialVersionUID = 1L;

    WrongType(String message) {
      super(message);
    }
  }
}
