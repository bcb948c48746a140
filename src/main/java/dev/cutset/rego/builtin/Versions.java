package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builtins on semantic versions. */
final class Versions {
  private static final Pattern VERSION =
      Pattern.compile(
          "v?N\\.N\\.N(?:-(P(?:\\.P)*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?"
              .replace("N", "(0|[1-9]\\d{0,18})")
              .replace("P", "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)"));

  private Versions() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "semver.compare" -> (context, x) -> RegoNumber.of(compare(parse(x, 0), parse(x, 1)));
      case "semver.is_valid" -> (context, x) -> RegoBoolean.of(isValid(x[0]));
      default -> null;
    };
  }

  private static boolean isValid(RegoValue value) {
    return value instanceof RegoString text && VERSION.matcher(text.value()).matches();
  }

  private static Matcher parse(RegoValue[] x, int position) {
    Matcher version = VERSION.matcher(Operands.text(x, position));
    if (!version.matches()) {
      throw BuiltinException.failed(
          "operand " + (position + 1) + ": string " + x[position] + " is not a valid SemVer");
    }
    return version;
  }

  private static int compare(Matcher a, Matcher b) {
    for (int part = 1; part <= 3; part++) {
      int order = new BigInteger(a.group(part)).compareTo(new BigInteger(b.group(part)));
      if (order != 0) {
        return order;
      }
    }
    return comparePreRelease(a.group(4), b.group(4));
  }

  /** A version without a pre-release comes after all of its own. */
  private static int comparePreRelease(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    String[] left = a.split("\\.", -1);
    String[] right = b.split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = compareIdentifiers(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int compareIdentifiers(String a, String b) {
    boolean numberA = a.matches("\\d+");
    boolean numberB = b.matches("\\d+");
    if (numberA && numberB) {
      return new BigInteger(a).compareTo(new BigInteger(b));
    }
    return numberA != numberB ? (numberA ? -1 : 1) : Integer.signum(a.compareTo(b));
  }
}
