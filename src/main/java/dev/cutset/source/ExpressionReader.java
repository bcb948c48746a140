package dev.cutset.source;

import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the expressions of a Terraform plan's configuration. */
final class ExpressionReader {
  private static final Expression DROPPED = new Expression.Constant(Value.NULL);

  private final Tokens in;
  private final ValueReader values;
  private final SharedReferences references = new SharedReferences();

  ExpressionReader(Tokens in) {
    this.in = in;
    this.values = new ValueReader(in);
  }

  /** Reads the expressions at hand, by property, with the constants in them. */
  Map<String, Expression> all() throws UnreadableInputException {
    Map<String, Expression> expressions = new LinkedHashMap<>();
    in.object(name -> expressions.put(name, read(true)));
    return expressions;
  }

  /** Reads the expressions at hand; of constants only that they are there. */
  Map<String, Expression> withoutConstants() throws UnreadableInputException {
    Map<String, Expression> expressions = new LinkedHashMap<>();
    in.object(name -> expressions.put(name, read(false)));
    return expressions;
  }

  /** Reads the expression at hand. */
  Expression read(boolean constants) throws UnreadableInputException {
    if (in.current() == JsonToken.START_ARRAY) {
      List<Expression> blocks = new ArrayList<>();
      in.list(() -> blocks.add(read(constants)));
      return new Expression.Blocks(blocks);
    }
    if (in.current() == JsonToken.START_OBJECT) {
      return object(constants);
    }
    in.skip();
    return DROPPED;
  }

  /** The references in the list of texts at hand. */
  List<Reference> references() throws UnreadableInputException {
    List<Reference> listed = new ArrayList<>();
    for (String text : in.texts()) {
      listed.add(references.of(text));
    }
    return Reference.proper(listed);
  }

  private Expression object(boolean constants) throws UnreadableInputException {
    Map<String, Expression> properties = new LinkedHashMap<>();
    Leaf leaf = new Leaf();
    in.object(
        name -> {
          if (name.equals("constant_value")) {
            leaf.constant = constants ? values.read() : Value.NULL;
            in.skip();
          } else if (name.equals("references") && in.current() == JsonToken.START_ARRAY) {
            references(leaf, properties, constants);
          } else {
            properties.put(name, read(constants));
          }
        });
    if (leaf.references != null) {
      return new Expression.References(leaf.references);
    }
    if (leaf.constant != null) {
      return constants ? new Expression.Constant(leaf.constant) : DROPPED;
    }
    // An expression that names nothing and is no constant, such as a function of nothing.
    return properties.isEmpty()
        ? new Expression.Constant(Value.UNKNOWN)
        : new Expression.Block(properties);
  }

  /** What an object says if it is a single expression, not a block. */
  private static final class Leaf {
    @Nullable Value constant;
    @Nullable List<Reference> references;
  }

  /** A block type can be called like the field that lists references; its elements tell. */
  private void references(Leaf leaf, Map<String, Expression> properties, boolean constants)
      throws UnreadableInputException {
    List<Reference> listed = new ArrayList<>();
    List<Expression> blocks = new ArrayList<>();
    in.list(
        () -> {
          if (in.current() == JsonToken.VALUE_STRING) {
            listed.add(references.of(in.string()));
          } else {
            blocks.add(read(constants));
          }
        });
    if (blocks.isEmpty()) {
      leaf.references = Reference.proper(listed);
    } else {
      properties.put("references", new Expression.Blocks(blocks));
    }
  }
}
