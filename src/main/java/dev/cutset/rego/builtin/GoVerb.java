package dev.cutset.rego.builtin;

import dev.cutset.rego.Notation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One value shown by one verb of a Go format. */
final class GoVerb {
  private final GoFlags flags;

  GoVerb(GoFlags flags) {
    this.flags = flags;
  }

  static String typeName(Object argument) {
    if (argument instanceof Long) {
      return "int64";
    } else if (argument instanceof Double) {
      return "float64";
    }
    return argument instanceof BigInteger ? "*big.Int" : "string";
  }

  String show(int verb, Object argument) {
    if (verb == 'T') {
      return flags.pad(typeName(argument));
    } else if (argument instanceof Long number) {
      return showInteger(verb, BigInteger.valueOf(number), false);
    } else if (argument instanceof BigInteger number) {
      return showInteger(verb, number, true);
    } else if (argument instanceof Double number) {
      return showReal(verb, number);
    }
    return showText(verb, (String) argument);
  }

  /** What Go writes when a verb does not go with a value, which keeps its width and precision. */
  private String bad(int verb, Object argument) {
    boolean big = argument instanceof BigInteger;
    flags.sharp = false;
    String type = big ? "big.Int" : typeName(argument);
    String shown = new GoVerb(big ? new GoFlags() : flags).show('v', argument);
    return "%!" + Character.toString(verb) + "(" + type + "=" + shown + ")";
  }

  private String showInteger(int verb, BigInteger number, boolean big) {
    Object argument = big ? (Object) number : (Object) number.longValue();
    return switch (verb) {
      case 'd', 'v' -> integer(number, 10, "", false);
      case 's' -> big ? integer(number, 10, "", false) : bad(verb, argument);
      case 'b' -> integer(number, 2, flags.sharp ? "0b" : "", false);
      case 'o' -> integer(number, 8, flags.sharp ? "0" : "", false);
      case 'O' -> integer(number, 8, "0o", false);
      case 'x' -> integer(number, 16, flags.sharp ? "0x" : "", false);
      case 'X' -> integer(number, 16, flags.sharp ? "0X" : "", true);
      case 'c' -> big ? bad(verb, argument) : flags.pad(Character.toString(rune(number)));
      case 'q' -> big ? bad(verb, argument) : flags.pad(quotedRune(rune(number)));
      case 'U' -> big ? bad(verb, argument) : flags.pad(unicode(number));
      default -> bad(verb, argument);
    };
  }

  private static int rune(BigInteger number) {
    return number.signum() < 0 || number.bitLength() > 21 || number.intValue() > 0x10FFFF
        ? 0xFFFD
        : number.intValue();
  }

  private String quotedRune(int rune) {
    StringBuilder quoted = new StringBuilder("'");
    Notation.escape(quoted, rune, '\'', flags.plus);
    return quoted.append('\'').toString();
  }

  private String unicode(BigInteger number) {
    String digits = number.toString(16).toUpperCase(Locale.ROOT);
    String code = "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    return flags.sharp ? code + " '" + Character.toString(rune(number)) + "'" : code;
  }

  private String integer(BigInteger number, int base, String prefix, boolean upper) {
    // Small ones without what it takes to write large ones.
    String digits =
        number.bitLength() < Long.SIZE - 1
            ? Long.toString(Math.abs(number.longValue()), base)
            : number.abs().toString(base);
    if (upper) {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    if (flags.precision >= 0) {
      if (flags.precision == 0 && number.signum() == 0) {
        return flags.pad("");
      }
      digits = "0".repeat(Math.max(0, flags.precision - digits.length())) + digits;
      flags.zero = false;
    }
    return flags.padNumber(flags.sign(number.signum() < 0) + prefix, digits);
  }

  private String showReal(int verb, double number) {
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shortest = GoNumbers.shortest(number);
    int precision = flags.precision;
    return switch (verb) {
      case 'v', 'g', 'G' -> real(verb, number, general(exact.abs(), shortest.abs()));
      case 'e', 'E' ->
          real(verb, number, GoNumbers.scientific(exact.abs(), precision < 0 ? 6 : precision));
      case 'f', 'F' ->
          real(verb, number, GoNumbers.fixed(exact.abs(), precision < 0 ? 6 : precision));
      case 'x', 'X' -> real(verb, number, GoNumbers.hexadecimal(Math.abs(number), precision));
      case 'b' -> real(verb, number, GoNumbers.binary(Math.abs(number)));
      default -> bad(verb, number);
    };
  }

  private String general(BigDecimal exact, BigDecimal shortest) {
    if (flags.precision < 0) {
      return GoNumbers.general(shortest, 6, true);
    }
    int digits = Math.max(1, flags.precision);
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return GoNumbers.general(rounded, digits, false);
  }

  private String real(int verb, double number, String digits) {
    String shown = verb < 'a' ? digits.toUpperCase(Locale.ROOT) : digits;
    boolean negative = number < 0 || 1 / number < 0;
    return flags.padNumber(flags.sign(negative), shown);
  }

  private String showText(int verb, String text) {
    String cut = text;
    if (flags.precision >= 0 && flags.precision < text.codePointCount(0, text.length())) {
      cut = text.substring(0, text.offsetByCodePoints(0, flags.precision));
    }
    return switch (verb) {
      case 'v' -> flags.pad(flags.sharp ? inQuotes(cut) : cut);
      case 's' -> flags.pad(cut);
      case 'q' -> flags.pad(quoted(cut));
      case 'x' -> flags.pad(hexadecimal(text, "%02x", "0x"));
      case 'X' -> flags.pad(hexadecimal(text, "%02X", "0X"));
      default -> bad(verb, text);
    };
  }

  private String quoted(String text) {
    if (flags.sharp && text.indexOf('`') < 0 && text.chars().allMatch(c -> c >= 0x20 || c == 9)) {
      return "`" + text + "`";
    }
    return inQuotes(text);
  }

  private String inQuotes(String text) {
    StringBuilder quoted = new StringBuilder();
    Notation.quote(quoted, text, flags.plus);
    return quoted.toString();
  }

  private String hexadecimal(String text, String digits, String prefix) {
    StringBuilder shown = new StringBuilder();
    int length = 0;
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      if (flags.precision >= 0 && length++ >= flags.precision) {
        break;
      }
      boolean spaced = flags.space && !shown.isEmpty();
      shown.append(spaced ? " " : "");
      shown.append(flags.sharp && (spaced || shown.isEmpty()) ? prefix : "");
      shown.append(String.format(digits, unit));
    }
    return shown.toString();
  }
}
