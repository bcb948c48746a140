package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them, such as {@code 1h30m}, and days, weeks and years besides. */
final class Durations {
  private static final Pattern WHOLE =
      Pattern.compile("[+-]?((\\d+\\.?\\d*|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h|d|w|y))+");
  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h|d|w|y)");
  private static final long HOUR = 3_600_000_000_000L;
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("ns", 1L),
          Map.entry("us", 1_000L),
          Map.entry("\u00b5s", 1_000L),
          Map.entry("\u03bcs", 1_000L),
          Map.entry("ms", 1_000_000L),
          Map.entry("s", 1_000_000_000L),
          Map.entry("m", 60_000_000_000L),
          Map.entry("h", HOUR),
          Map.entry("d", 24 * HOUR),
          Map.entry("w", 7 * 24 * HOUR),
          Map.entry("y", 365 * 24 * HOUR));

  private Durations() {}

  /** The nanoseconds of a duration. */
  static long parse(String text) {
    if (text.matches("[+-]?0")) {
      return 0;
    }
    if (!WHOLE.matcher(text).matches()) {
      throw invalid(text);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      BigDecimal unit = BigDecimal.valueOf(UNITS.getOrDefault(part.group(2), 0L));
      BigDecimal value = new BigDecimal(part.group(1)).multiply(unit);
      sum = sum.add(value.setScale(0, RoundingMode.DOWN));
    }
    try {
      return (text.startsWith("-") ? sum.negate() : sum).longValueExact();
    } catch (ArithmeticException e) {
      throw invalid(text);
    }
  }

  private static BuiltinException invalid(String text) {
    return BuiltinException.failed("time: invalid duration \"" + text + "\"");
  }
}
