package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Code;
import dev.cutset.rego.RawPlan.EntryPoint;
import dev.cutset.rego.RawPlan.Item;
import dev.cutset.rego.RawPlan.Procedure;
import dev.cutset.rego.RawPlan.Reference;
import dev.cutset.rego.RawPlan.Reference.Kind;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads the JSON of a plan; fields may come in any order, those not known are skipped. */
final class PlanReader {
  private final JsonParser parser;
  private final List<String> strings = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final Map<String, Boolean> builtins = new HashMap<>();
  private final List<EntryPoint> entryPoints = new ArrayList<>();
  private final List<Procedure> functions = new ArrayList<>();

  private PlanReader(JsonParser parser) {
    this.parser = parser;
  }

  static RawPlan read(InputStream json) {
    try (JsonParser parser = JsonReader.factory().createParser(ObjectReadContext.empty(), json)) {
      return new PlanReader(parser).plan();
    } catch (JacksonException e) {
      throw new UnsupportedPlanException("not a compiled plan: " + e.getMessage(), List.of());
    }
  }

  private RawPlan plan() {
    parser.nextToken();
    fields(
        name -> {
          switch (name) {
            case "static" -> fields(this::constants);
            case "plans" -> fields(only("plans", () -> entryPoints.addAll(list(this::entryPoint))));
            case "funcs" -> fields(only("funcs", () -> functions.addAll(list(this::procedure))));
            default -> parser.skipChildren();
          }
        });
    return new RawPlan(strings, files, builtins, entryPoints, functions);
  }

  private Consumer<String> only(String wanted, Runnable reader) {
    return name -> {
      if (name.equals(wanted)) {
        reader.run();
      } else {
        parser.skipChildren();
      }
    };
  }

  private void constants(String name) {
    switch (name) {
      case "strings" -> strings.addAll(list(this::constant));
      case "files" -> files.addAll(list(this::constant));
      case "builtin_funcs" -> list(this::builtin);
      default -> parser.skipChildren();
    }
  }

  private String constant() {
    String[] value = {""};
    fields(only("value", () -> value[0] = text()));
    return value[0];
  }

  private String builtin() {
    String[] builtin = {""};
    boolean[] answers = {false};
    Consumer<String> declaration =
        field -> {
          answers[0] |= field.equals("result");
          parser.skipChildren();
        };
    fields(
        name -> {
          switch (name) {
            case "name" -> builtin[0] = text();
            case "decl" -> fields(declaration);
            default -> parser.skipChildren();
          }
        });
    builtins.put(builtin[0], answers[0]);
    return builtin[0];
  }

  private EntryPoint entryPoint() {
    String[] title = {""};
    List<Code> blocks = new ArrayList<>();
    fields(
        name -> {
          switch (name) {
            case "name" -> title[0] = text();
            case "blocks" -> blocks.addAll(list(this::code));
            default -> parser.skipChildren();
          }
        });
    return new EntryPoint(title[0], blocks);
  }

  private Procedure procedure() {
    String[] title = {""};
    List<Reference> parameters = new ArrayList<>();
    List<Code> blocks = new ArrayList<>();
    List<String> path = new ArrayList<>();
    fields(
        name -> {
          switch (name) {
            case "name" -> title[0] = text();
            case "params" -> parameters.addAll(list(this::reference));
            case "blocks" -> blocks.addAll(list(this::code));
            case "path" -> path.addAll(list(this::text));
            default -> parser.skipChildren();
          }
        });
    return new Procedure(title[0], parameters, blocks, path);
  }

  private Code code() {
    List<Item> items = new ArrayList<>();
    fields(only("stmts", () -> items.addAll(list(this::item))));
    return new Code(items);
  }

  private Item item() {
    Item item = new Item();
    fields(
        name -> {
          switch (name) {
            case "type" -> item.type = text();
            case "stmt" -> fields(field -> readField(item, field));
            default -> parser.skipChildren();
          }
        });
    return item;
  }

  private void readField(Item item, String name) {
    switch (name) {
      case "file" -> item.file = parser.getIntValue();
      case "row" -> item.row = parser.getIntValue();
      case "col" -> item.column = parser.getIntValue();
      case "end_row" -> item.endRow = parser.getIntValue();
      case "end_col" -> item.endColumn = parser.getIntValue();
      case "func" -> item.function = text();
      case "path" -> item.path = list(this::reference);
      case "args" -> item.arguments = list(this::reference);
      case "blocks" -> item.blocks = list(this::code);
      case "block" -> item.block = code();
      default -> item.references.put(name, reference());
    }
  }

  /** A bare number names a variable, or is one: what it is depends on the statement. */
  private Reference reference() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return new Reference(Kind.LOCAL, parser.getLongValue());
    }
    Kind[] kind = {Kind.LOCAL};
    long[] number = {0};
    fields(
        name -> {
          if (name.equals("type")) {
            kind[0] = kind(text());
          } else if (parser.currentToken().isBoolean()) {
            number[0] = parser.getBooleanValue() ? 1 : 0;
          } else {
            number[0] = parser.getLongValue();
          }
        });
    return new Reference(kind[0], number[0]);
  }

  private static Kind kind(String name) {
    return switch (name) {
      case "local" -> Kind.LOCAL;
      case "string_index" -> Kind.STRING;
      case "bool" -> Kind.BOOLEAN;
      default ->
          throw new UnsupportedPlanException(
              "the plan has an operand of the unknown type `" + name + "`", List.of(name));
    };
  }

  private String text() {
    expect(JsonToken.VALUE_STRING);
    return parser.getString();
  }

  /** Gives each field's name to the reader, with the parser at the field's value. */
  private void fields(Consumer<String> reader) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      reader.accept(name);
    }
  }

  private <T> List<T> list(Supplier<T> reader) {
    List<T> items = new ArrayList<>();
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return items;
    }
    expect(JsonToken.START_ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(reader.get());
    }
    return items;
  }

  private void expect(JsonToken wanted) {
    if (parser.currentToken() != wanted) {
      throw new UnsupportedPlanException(
          "not a compiled plan: expected "
              + wanted
              + " at line "
              + parser.currentTokenLocation().getLineNr(),
          List.of());
    }
  }
}
