package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.graphql.GraphqlDocument;
import dev.cutset.rego.graphql.GraphqlException;
import dev.cutset.rego.graphql.GraphqlSchema;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builtins with GraphQL. */
final class Graphql {
  private Graphql() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "graphql.parse" -> (context, x) -> failing(() -> parse(context, x));
      case "graphql.parse_and_verify" -> Graphql::parseAndVerify;
      case "graphql.parse_query" ->
          (context, x) -> failing(() -> GraphqlDocument.query(text(x), context::step).tree());
      case "graphql.parse_schema" ->
          (context, x) -> failing(() -> GraphqlDocument.schema(text(x), context::step).tree());
      case "graphql.is_valid" -> Graphql::isValid;
      case "graphql.schema_is_valid" -> (context, x) -> holds(() -> built(context, x, 0));
      default -> null;
    };
  }

  private static RegoValue failing(Supplier<RegoValue> work) {
    try {
      return work.get();
    } catch (GraphqlException e) {
      throw BuiltinException.failed(String.valueOf(e.getMessage()));
    }
  }

  private static RegoBoolean holds(Runnable question) {
    try {
      question.run();
      return RegoBoolean.TRUE;
    } catch (GraphqlException | BuiltinException e) {
      return RegoBoolean.FALSE;
    }
  }

  private static RegoString text(RegoValue[] x) {
    return new RegoString(Operands.text(x, 0));
  }

  private static RegoValue parse(BuiltinContext context, RegoValue[] x) {
    GraphqlDocument query = query(context, x);
    GraphqlDocument schema = schema(context, x, 1);
    RegoObject tree = query.tree();
    built(context, x, 1).check(query, true);
    return RegoArray.of(tree, tree(context, x[1], schema));
  }

  private static RegoValue parseAndVerify(BuiltinContext context, RegoValue... x) {
    try {
      GraphqlDocument query = query(context, x);
      RegoObject tree = query.tree();
      built(context, x, 1).check(query, false);
      return RegoArray.of(RegoBoolean.TRUE, tree, tree(context, x[1], schema(context, x, 1)));
    } catch (GraphqlException | BuiltinException e) {
      return RegoArray.of(RegoBoolean.FALSE, RegoObject.EMPTY, RegoObject.EMPTY);
    }
  }

  private static RegoBoolean isValid(BuiltinContext context, RegoValue... x) {
    return holds(
        () -> {
          GraphqlDocument query = query(context, x);
          built(context, x, 1).check(query, false);
        });
  }

  private static GraphqlDocument query(BuiltinContext context, RegoValue[] x) {
    return GraphqlDocument.query(document(x, 0), context::step);
  }

  /** The document of a schema, read once for all queries that an evaluation checks. */
  private static GraphqlDocument schema(BuiltinContext context, RegoValue[] x, int position) {
    return context.remembered(
        GraphqlDocument.class,
        document(x, position),
        value -> GraphqlDocument.schema(value, context::step));
  }

  private static GraphqlSchema built(BuiltinContext context, RegoValue[] x, int position) {
    GraphqlDocument document = schema(context, x, position);
    return context.remembered(
        GraphqlSchema.class, x[position], value -> GraphqlSchema.of(document));
  }

  private static RegoObject tree(
      BuiltinContext context, RegoValue value, GraphqlDocument document) {
    return context.remembered(RegoObject.class, value, it -> document.tree());
  }

  private static RegoValue document(RegoValue[] x, int position) {
    if (x[position] instanceof RegoString || x[position] instanceof RegoObject) {
      return x[position];
    }
    // Here OPA counts from zero, unlike elsewhere.
    throw BuiltinException.operand(
        position, "must be one of {string, object} but got " + x[position].typeName());
  }
}
