package dev.cutset.rego;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into values, token by token; equal texts of one document are kept once. */
final class JsonReader {
  /** Deep enough for any document, shallow enough for the stack of a thread that just began. */
  private static final int MAX_DEPTH = 1_000;

  private final JsonParser parser;
  private final Map<String, RegoString> texts = new HashMap<>();

  private final boolean counted;

  private JsonReader(JsonParser parser, boolean counted) {
    this.parser = parser;
    this.counted = counted;
  }

  /** A factory without limits on lengths, since policies and documents are the caller's own. */
  static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build())
        .build();
  }

  /** Reads a document that comes from outside, so that no evaluation counts it. */
  static RegoValue read(String json) {
    return read(() -> factory().createParser(ObjectReadContext.empty(), json), true);
  }

  /** Reads a document that comes from outside, so that no evaluation counts it. */
  static RegoValue read(InputStream json) {
    InputStream in = new Source(json);
    return read(() -> factory().createParser(ObjectReadContext.empty(), in), true);
  }

  /** Reads a document that an evaluation makes, and has to count. */
  static RegoValue readNew(String json) {
    return read(() -> factory().createParser(ObjectReadContext.empty(), json), false);
  }

  /** Its first bytes are looked at when it is opened: they can be of no encoding that there is. */
  private static RegoValue read(Supplier<JsonParser> opened, boolean counted) {
    try (JsonParser parser = opened.get()) {
      return new JsonReader(parser, counted).document();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON" + place(e) + ": " + e.getOriginalMessage(), e);
    }
  }

  /** Tells what cannot be read from what is read and is no text. */
  private static final class Source extends FilterInputStream {
    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int from, int most) {
      try {
        return super.read(buffer, from, most);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Where it stands; what is only too deep stands nowhere. */
  private static String place(JacksonException mistake) {
    TokenStreamLocation at = mistake.getLocation();
    return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private RegoValue document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new StreamReadException(parser, "expected a JSON value, found nothing");
    }
    RegoValue value = value(first);
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "expected one JSON value, found more");
    }
    return value;
  }

  private RegoValue value(JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> RegoNull.NULL;
      case VALUE_TRUE -> RegoBoolean.TRUE;
      case VALUE_FALSE -> RegoBoolean.FALSE;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_STRING -> text(parser.getString());
      case START_ARRAY -> array();
      case START_OBJECT -> object();
      default -> throw new StreamReadException(parser, "unexpected " + token);
    };
  }

  private RegoNumber number() {
    try {
      return RegoNumber.parse(parser.getString());
    } catch (NumberFormatException e) {
      throw new StreamReadException(parser, String.valueOf(e.getMessage()), e);
    }
  }

  private RegoString text(String text) {
    return text.length() > 64 ? new RegoString(text) : texts.computeIfAbsent(text, RegoString::new);
  }

  private RegoArray array() {
    RegoArray array = RegoArray.growing(0, counted);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.append(value(token));
    }
    return array;
  }

  private RegoObject object() {
    RegoObject.Builder object = RegoObject.builder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      RegoString key = text(parser.currentName());
      object.put(key, value(parser.nextToken()));
    }
    return counted ? object.counted() : object.build();
  }
}
