package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builtins on points in time, which are nanoseconds since 1970. */
final class Times {
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

  private Times() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "time.now_ns" -> (context, x) -> nanoseconds(context.now());
      case "time.parse_rfc3339_ns" -> (context, x) -> nanoseconds(parse(Operands.text(x, 0)));
      case "time.parse_duration_ns" ->
          (context, x) -> RegoNumber.of(Durations.parse(Operands.text(x, 0)));
      case "time.date" ->
          (context, x) -> {
            ZonedDateTime time = time(x, 0);
            return numbers(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
          };
      case "time.clock" ->
          (context, x) -> {
            ZonedDateTime time = time(x, 0);
            return numbers(time.getHour(), time.getMinute(), time.getSecond());
          };
      case "time.weekday" ->
          (context, x) ->
              new RegoString(
                  time(x, 0).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case "time.add_date" -> (context, x) -> addDate(x);
      case "time.diff" -> (context, x) -> difference(time(x, 0), time(x, 1));
      case "time.format" -> (context, x) -> new RegoString(format(x));
      case "time.parse_ns" ->
          (context, x) ->
              nanoseconds(TimeLayout.of(Operands.text(x, 0)).parse(Operands.text(x, 1)));
      default -> null;
    };
  }

  private static RegoArray numbers(long... values) {
    RegoValue[] numbers = new RegoValue[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = RegoNumber.of(values[i]);
    }
    return RegoArray.of(numbers);
  }

  private static RegoNumber nanoseconds(Instant time) {
    BigInteger whole =
        BigInteger.valueOf(time.getEpochSecond())
            .multiply(SECOND)
            .add(BigInteger.valueOf(time.getNano()));
    if (whole.bitLength() >= Long.SIZE) {
      throw BuiltinException.failed("time outside of valid range");
    }
    return RegoNumber.of(whole);
  }

  private static Instant parse(String text) {
    if (!text.matches(
        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.,]\\d+)?(Z|[+-]\\d\\d:\\d\\d)")) {
      throw BuiltinException.failed("parsing time \"" + text + "\" as RFC 3339: cannot parse");
    }
    try {
      String nanoseconds = text.replace(',', '.').replaceFirst("(\\.\\d{9})\\d+", "$1");
      return OffsetDateTime.parse(nanoseconds).toInstant();
    } catch (DateTimeException e) {
      throw BuiltinException.failed("parsing time \"" + text + "\": out of range");
    }
  }

  /** A time given as nanoseconds or as an array of these and a time zone. */
  static ZonedDateTime time(RegoValue[] x, int position) {
    RegoValue value = x[position];
    RegoValue number = value instanceof RegoArray array && array.size() > 0 ? array.at(0) : value;
    if (!(number instanceof RegoNumber nanoseconds)) {
      throw Operands.wrongType(x, position, "either number (ns) or [number (ns), string (tz)]");
    }
    BigInteger whole = nanoseconds.integer();
    if (whole == null || whole.bitLength() >= Long.SIZE) {
      throw BuiltinException.failed("timestamp too big");
    }
    BigInteger[] parts = whole.divideAndRemainder(SECOND);
    Instant instant = Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
    ZoneId zone = ZoneOffset.UTC;
    if (value instanceof RegoArray array && array.size() > 1) {
      zone = zone(array.at(1));
    }
    return instant.atZone(zone);
  }

  private static ZoneId zone(RegoValue name) {
    if (!(name instanceof RegoString text)) {
      throw BuiltinException.operand(1, "must be string but got " + name.typeName());
    }
    try {
      return switch (text.value()) {
        case "", "UTC" -> ZoneOffset.UTC;
        case "Local" -> ZoneId.systemDefault();
        default -> ZoneId.of(text.value());
      };
    } catch (DateTimeException e) {
      throw BuiltinException.failed("unknown time zone " + text.value());
    }
  }

  private static String format(RegoValue[] x) {
    String layout = "";
    if (x[0] instanceof RegoArray array && array.size() > 2) {
      if (!(array.at(2) instanceof RegoString text)) {
        throw BuiltinException.operand(1, "must be string but got " + array.at(2).typeName());
      }
      layout = text.value();
    }
    return TimeLayout.of(layout.isEmpty() ? "RFC3339Nano" : layout).format(time(x, 0));
  }

  /** As Go adds dates: the 31st of a month that has no such day is a day of the next month. */
  private static RegoValue addDate(RegoValue[] x) {
    ZonedDateTime time = time(x, 0);
    try {
      LocalDate date =
          LocalDate.of(time.getYear(), time.getMonthValue(), 1)
              .plusYears(Operands.integer(x, 1))
              .plusMonths(Operands.integer(x, 2))
              .plusDays(time.getDayOfMonth() - 1L)
              .plusDays(Operands.integer(x, 3));
      return nanoseconds(date.atTime(time.toLocalTime()).atZone(time.getZone()).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      throw BuiltinException.failed("time outside of valid range");
    }
  }

  private static RegoValue difference(ZonedDateTime a, ZonedDateTime b) {
    ZonedDateTime other = b.withZoneSameInstant(a.getZone());
    boolean swapped = a.isAfter(other);
    ZonedDateTime from = swapped ? other : a;
    ZonedDateTime to = swapped ? a : other;
    long[] parts = {
      to.getYear() - from.getYear(),
      to.getMonthValue() - from.getMonthValue(),
      to.getDayOfMonth() - from.getDayOfMonth(),
      to.getHour() - from.getHour(),
      to.getMinute() - from.getMinute(),
      to.getSecond() - from.getSecond()
    };
    long[] sizes = {0, 12, from.toLocalDate().lengthOfMonth(), 24, 60, 60};
    for (int i = parts.length - 1; i > 0; i--) {
      if (parts[i] < 0) {
        parts[i] += sizes[i];
        parts[i - 1]--;
      }
    }
    return numbers(parts);
  }
}
