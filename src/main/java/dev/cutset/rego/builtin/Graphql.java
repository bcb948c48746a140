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
import java.util.function.Function;
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
          (context, x) ->
              failing(() -> GraphqlDocument.query(text(x), context::step).tree());
      case "graphql.parse_schema" ->
          (context, x) ->
              failing(() -> GraphqlDocument.schema(text(x), context::step).tree());
      case "graphql.is_valid" -> (context, x) -> holds(() -> fit(context, x));
      case "graphql.schema_is_valid" -> (context, x) -> holds(() -> schema(context, x, 0));
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

  private static RegoBoolean holds(Supplier<?> question) {
    try {
      question.get();
      return RegoBoolean.TRUE;
    } catch (GraphqlException | BuiltinException e) {
      return RegoBoolean.FALSE;
    }
  }

  private static RegoString text(RegoValue[] x) {
    return new RegoString(Operands.text(x, 0));
  }

  private static RegoValue parse(BuiltinContext context, RegoValue[] x) {
    GraphqlDocument query = GraphqlDocument.query(document(x, 0), context::step);
    RegoObject schema = tree(context, x);
    RegoObject tree = query.tree();
    schema(context, x, 1).check(query, true);
    return RegoArray.of(tree, schema);
  }

  private static RegoValue parseAndVerify(BuiltinContext context, RegoValue... x) {
    try {
      GraphqlDocument query = GraphqlDocument.query(document(x, 0), context::step);
      RegoObject tree = query.tree();
      schema(context, x, 1).check(query, false);
      return RegoArray.of(RegoBoolean.TRUE, tree, tree(context, x));
    } catch (GraphqlException | BuiltinException e) {
      return RegoArray.of(RegoBoolean.FALSE, RegoObject.EMPTY, RegoObject.EMPTY);
    }
  }

  private static GraphqlDocument fit(BuiltinContext context, RegoValue[] x) {
    GraphqlDocument query = GraphqlDocument.query(document(x, 0), context::step);
    schema(context, x, 1).check(query, false);
    return query;
  }

  private static RegoValue document(RegoValue[] x, int position) {
    if (x[position] instanceof RegoString || x[position] instanceof RegoObject) {
      return x[position];
    }
    throw Operands.wrongType(x, position, "string", "object");
  }

  /** The schema, read once for all queries that an evaluation checks. */
  private static GraphqlSchema schema(BuiltinContext context, RegoValue[] x, int position) {
    Function<RegoValue, GraphqlSchema> read =
        value -> GraphqlSchema.of(GraphqlDocument.schema(value, context::step));
    return context.remembered(GraphqlSchema.class, document(x, position), read);
  }

  private static RegoObject tree(BuiltinContext context, RegoValue[] x) {
    Function<RegoValue, RegoObject> read =
        value -> GraphqlDocument.schema(value, context::step).tree();
    return context.remembered(GraphqlDocument.class, document(x, 1), read);
  }
}
