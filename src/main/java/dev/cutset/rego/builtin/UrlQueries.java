package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builtins that write and read the query part of a URL. */
final class UrlQueries {
  private UrlQueries() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "urlquery.encode" -> (context, x) -> new RegoString(encode(Operands.text(x, 0)));
      case "urlquery.decode" -> (context, x) -> new RegoString(decode(Operands.text(x, 0)));
      case "urlquery.encode_object" -> (context, x) -> new RegoString(encodeObject(x));
      case "urlquery.decode_object" -> (context, x) -> decodeObject(Operands.text(x, 0));
      default -> null;
    };
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw BuiltinException.failed("invalid URL escape");
    }
  }

  private static String encodeObject(RegoValue[] x) {
    List<String> pairs = new ArrayList<>();
    Operands.object(x, 0)
        .forEach(
            (key, value) -> {
              for (RegoValue one : values(value)) {
                if (!(one instanceof RegoString text)) {
                  throw notTexts();
                }
                pairs.add(encode(Notation.plain(key)) + "=" + encode(text.value()));
              }
            });
    return String.join("&", pairs);
  }

  private static Iterable<RegoValue> values(RegoValue value) {
    if (value instanceof RegoArray array) {
      return array;
    } else if (value instanceof RegoSet set) {
      return set;
    } else if (value instanceof RegoString) {
      return List.of(value);
    }
    throw notTexts();
  }

  private static BuiltinException notTexts() {
    return BuiltinException.operand(1, "values must be string, array[string], or set[string]");
  }

  private static RegoValue decodeObject(String query) {
    Map<String, List<String>> values = new TreeMap<>();
    for (String pair : query.split("&")) {
      if (pair.contains(";")) {
        throw BuiltinException.failed("invalid semicolon separator in query");
      }
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(key), name -> new ArrayList<>()).add(decode(value));
      }
    }
    RegoObject.Builder object = RegoObject.builder();
    values.forEach((key, all) -> object.put(key, Texts.array(all)));
    return object.build();
  }
}
