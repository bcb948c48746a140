package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Builtins that encode texts and decode them.
 *
 * <p>Bytes that are no UTF-8 have no text in Java: decoding such loses them.
 */
final class Encodings {
  private Encodings() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "base64.encode" -> (context, x) -> text(Base64.getEncoder().encodeToString(bytes(x, 0)));
      case "base64.decode" -> (context, x) -> text(GoBase64.standard(Operands.text(x, 0)));
      case "base64.is_valid" -> (context, x) -> RegoBoolean.of(isBase64(x[0]));
      case "base64url.encode" ->
          (context, x) -> text(Base64.getUrlEncoder().encodeToString(bytes(x, 0)));
      case "base64url.encode_no_pad" ->
          (context, x) -> text(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(x, 0)));
      case "base64url.decode" -> (context, x) -> text(GoBase64.url(Operands.text(x, 0)));
      case "hex.encode" -> (context, x) -> text(HexFormat.of().formatHex(bytes(x, 0)));
      case "hex.decode" -> (context, x) -> text(unhex(Operands.text(x, 0)));
      default -> null;
    };
  }

  private static RegoString text(String text) {
    return new RegoString(text);
  }

  static byte[] bytes(RegoValue[] x, int position) {
    return Operands.text(x, position).getBytes(StandardCharsets.UTF_8);
  }

  private static RegoString text(byte[] bytes) {
    return new RegoString(new String(bytes, StandardCharsets.UTF_8));
  }

  private static boolean isBase64(RegoValue value) {
    try {
      return value instanceof RegoString text && GoBase64.standard(text.value()) != null;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static String unhex(String text) {
    try {
      return new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw BuiltinException.failed("encoding/hex: " + trouble(text));
    }
  }

  private static String trouble(String text) {
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      if (Character.digit(unit, 16) < 0) {
        StringBuilder shown = new StringBuilder();
        Notation.escape(shown, unit & 0xFF, '\'', false);
        return String.format("invalid byte: U+%04X '%s'", unit & 0xFF, shown);
      }
    }
    return "odd length hex string";
  }
}
