package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** Reads one property value; what is secret is dropped here and goes no further. */
final class ValueReader {
  /** In which a provider notes the properties that it filled in by itself. */
  private static final String DEFAULTS = "__defaults";

  private static final int LONGEST_SHARED = 48;
  private static final int MOST_SHARED = 10_000;

  private final Tokens in;
  private final Map<String, Value> shared = new HashMap<>();

  ValueReader(Tokens in) {
    this.in = in;
  }

  Value read() throws UnreadableInputException {
    JsonToken token = in.current();
    if (token == null) {
      throw in.unreadable("the input ends within a value", "make the file again");
    }
    return switch (token) {
      case VALUE_NULL -> Value.NULL;
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in.number());
      case VALUE_STRING -> text(in.string());
      case START_ARRAY -> items();
      case START_OBJECT -> fields();
      default -> throw in.unreadable("expected a value", "check that the file is whole");
    };
  }

  /** Nothing can be concluded from a number beyond all bounds, and JSON cannot show it. */
  private static Value number(double number) {
    return Double.isFinite(number) ? Value.of(number) : Value.UNKNOWN;
  }

  /** Zones, sizes and the like occur in thousands of resources, and are kept once. */
  private Value text(String text) {
    if (text.length() > LONGEST_SHARED) {
      return marked(text);
    }
    Value known = shared.get(text);
    if (known != null) {
      return known;
    }
    Value value = marked(text);
    if (shared.size() < MOST_SHARED) {
      shared.put(text, value);
    }
    return value;
  }

  private static Value marked(String text) {
    if (Signatures.secret(text)) {
      return Value.SECRET;
    }
    return Signatures.unknown(text) ? Value.UNKNOWN : Value.of(text);
  }

  private Value items() throws UnreadableInputException {
    List<Value> values = new ArrayList<>();
    Tokens.Elements elements = in.elements();
    while (elements.next()) {
      values.add(read());
    }
    return new Value.Items(values);
  }

  private Value fields() throws UnreadableInputException {
    FewEntries.Builder<Value> values = new FewEntries.Builder<>();
    String signature = "";
    boolean unknownKey = false;
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      String name = fields.name();
      if (name.equals(Signatures.KEY)) {
        signature = in.current() == JsonToken.VALUE_STRING ? in.string() : "";
        in.skip();
      } else if (signature.equals(Signatures.SECRET) || name.equals(DEFAULTS)) {
        in.skip();
      } else {
        unknownKey |= Signatures.unknown(name);
        values.put(name, read());
      }
    }
    return unknownKey ? Value.UNKNOWN : marked(signature, values.build());
  }

  /** Assets, archives and references to resources stay objects, without their signature. */
  private Value marked(String signature, Map<String, Value> values) {
    return switch (signature) {
      case Signatures.SECRET -> Value.SECRET;
      case Signatures.OUTPUT -> output(values);
      case Signatures.BYTES -> bytes(values.getOrDefault("value", Value.NULL));
      case Signatures.FLOAT -> Value.UNKNOWN;
      default -> new Value.Fields(values);
    };
  }

  private static Value output(Map<String, Value> values) {
    if (Value.of(true).equals(values.get("secret"))) {
      return Value.SECRET;
    }
    return values.getOrDefault("value", Value.UNKNOWN);
  }

  private Value bytes(Value encoded) {
    if (!(encoded instanceof Value.Text text)) {
      return encoded;
    }
    try {
      return text(new String(Base64.getDecoder().decode(text.value()), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Value.UNKNOWN;
    }
  }
}
