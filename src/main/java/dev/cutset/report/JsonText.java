package dev.cutset.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON as reports have it: indented, all of it ASCII, and the same line ends everywhere. */
final class JsonText {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new UnobeyedSigns())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private JsonText() {}

  static void write(OutputStream out, Consumer<JsonGenerator> content) throws IOException {
    write(new Indented(Indented.LINES), out, content);
  }

  private static void write(Indented form, OutputStream out, Consumer<JsonGenerator> content)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(form, out, JsonEncoding.UTF8)) {
      content.accept(json);
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Writes what is JSON already, with lists on the line that they begin on. */
  static void copy(String text, OutputStream out) throws IOException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      write(
          new Indented(new DefaultPrettyPrinter.FixedSpaceIndenter()),
          out,
          json -> json.copyCurrentStructure(parser));
    }
  }

  /** On one line, without a line end. */
  static String line(Consumer<JsonGenerator> content) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      content.accept(json);
    }
    return line.toString();
  }

  static void texts(String name, List<String> texts, JsonGenerator json) {
    list(name, texts, (text, generator) -> generator.writeString(text), json);
  }

  static <T> void list(
      String name, List<T> items, BiConsumer<T, JsonGenerator> writer, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    items.forEach(item -> writer.accept(item, json));
    json.writeEndArray();
  }

  /** Two blanks a level. */
  private static final class Indented extends ObjectWriteContext.Base {
    static final DefaultPrettyPrinter.Indenter LINES = new DefaultIndenter("  ", "\n");

    private final PrettyPrinter printer;

    Indented(DefaultPrettyPrinter.Indenter lists) {
      printer = new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(lists);
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return printer;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
