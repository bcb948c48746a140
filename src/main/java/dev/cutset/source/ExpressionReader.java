package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Value;
import java.util.ArrayList;
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
    return read(true, in.fields());
  }

  /** Reads the expressions at hand; of constants only that they are there. */
  Map<String, Expression> withoutConstants() throws UnreadableInputException {
    return read(false, in.fields());
  }

  private Map<String, Expression> read(boolean constants, Tokens.Fields fields)
      throws UnreadableInputException {
    FewEntries.Builder<Expression> expressions = new FewEntries.Builder<>();
    while (fields.next()) {
      expressions.put(fields.name(), read(constants));
    }
    return expressions.build();
  }

  /** Reads the expression at hand. */
  Expression read(boolean constants) throws UnreadableInputException {
    if (in.current() == JsonToken.START_ARRAY) {
      List<Expression> blocks = new ArrayList<>();
      Tokens.Elements elements = in.elements();
      while (elements.next()) {
        blocks.add(read(constants));
      }
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
    ProperReferences proper = new ProperReferences(references);
    for (String text : in.texts()) {
      proper.add(text);
    }
    return proper.all();
  }

  private Expression object(boolean constants) throws UnreadableInputException {
    FewEntries.Builder<Expression> properties = new FewEntries.Builder<>();
    @Nullable Expression single = null;
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      String name = fields.name();
      if (name.equals("constant_value")) {
        Expression constant = constants ? new Expression.Constant(values.read()) : DROPPED;
        single = single == null ? constant : single;
        in.skip();
      } else if (name.equals("references") && in.current() == JsonToken.START_ARRAY) {
        Expression listed = listed(constants);
        if (listed instanceof Expression.References) {
          single = listed;
        } else {
          properties.put(name, listed);
        }
      } else {
        properties.put(name, read(constants));
      }
    }
    if (single != null) {
      return single;
    }
    // An expression that names nothing and is no constant, such as a function of nothing.
    Map<String, Expression> all = properties.build();
    return all.isEmpty() ? new Expression.Constant(Value.UNKNOWN) : new Expression.Block(all);
  }

  /** A block type can be called like the field that lists references; its elements tell. */
  private Expression listed(boolean constants) throws UnreadableInputException {
    ProperReferences proper = new ProperReferences(references);
    List<Expression> blocks = List.of();
    Tokens.Elements elements = in.elements();
    while (elements.next()) {
      if (in.current() == JsonToken.VALUE_STRING) {
        proper.add(in.string());
      } else {
        blocks = blocks.isEmpty() ? new ArrayList<>() : blocks;
        blocks.add(read(constants));
      }
    }
    return blocks.isEmpty()
        ? new Expression.References(proper.all())
        : new Expression.Blocks(blocks);
  }
}
