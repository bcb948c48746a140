package dev.cutset.rego.builtin;

import dev.cutset.rego.builtin.TemplateNode.Constant;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers, texts, runes and names of values as they stand in Go's templates. */
final class TemplateConstants {
  private TemplateConstants() {}

  /** The constant that a word is, or null if it is none. */
  static @Nullable Constant read(String text) {
    char first = text.charAt(0);
    if (text.equals("nil")) {
      return new Constant(null);
    } else if (text.equals("true") || text.equals("false")) {
      return new Constant(text.equals("true"));
    } else if (first == '`') {
      return new Constant(text.substring(1, text.length() - 1));
    } else if (first == '"') {
      return new Constant(GoQuotes.unquote(text.substring(1, text.length() - 1)));
    } else if (first == '\'') {
      return new Constant(
          (long) GoQuotes.unquote(text.substring(1, text.length() - 1)).codePointAt(0));
    }
    return text.matches("[+-]?\\.?[0-9].*") ? new Constant(number(text)) : null;
  }

  private static Object number(String text) {
    String plain = text.replace("_", "");
    String digits = plain.replaceFirst("^[+-]", "");
    try {
      BigInteger size = null;
      if (digits.matches("0[xX][0-9a-fA-F]+")) {
        size = new BigInteger(digits.substring(2), 16);
      } else if (digits.matches("0[bB][01]+")) {
        size = new BigInteger(digits.substring(2), 2);
      } else if (digits.matches("0[oO]?[0-7]+")) {
        size = new BigInteger(digits.replaceFirst("0[oO]?", ""), 8);
      } else if (digits.matches("[0-9]+")) {
        size = new BigInteger(digits);
      }
      if (size != null) {
        return (plain.startsWith("-") ? size.negate() : size).longValueExact();
      }
      return Double.parseDouble(plain);
    } catch (NumberFormatException | ArithmeticException e) {
      throw TemplateLexer.failed("bad number syntax: \"" + text + "\"");
    }
  }
}
