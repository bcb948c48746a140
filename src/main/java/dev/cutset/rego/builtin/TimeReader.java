package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text says of the parts of a layout. */
final class TimeReader {
  private final List<String> parts;
  private final String text;
  private int at;
  private int year;
  private int month = 1;
  private int day = 1;
  private int hour;
  private int minute;
  private int second;
  private int nanosecond;
  private boolean afternoon;
  private boolean halves;
  private ZoneOffset offset = ZoneOffset.UTC;

  TimeReader(List<String> parts, String text) {
    this.parts = parts;
    this.text = text;
  }

  Instant read() {
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (part.startsWith("'")) {
        literal(part.substring(1));
      } else {
        part(part);
        boolean fraction = i + 2 < parts.size() && parts.get(i + 2).matches("[.,][09]+");
        if ((part.equals("05") || part.equals("5")) && !fraction) {
          take("([.,]\\d+)?", this::fraction);
        }
      }
    }
    if (at < text.length()) {
      throw bad();
    }
    try {
      int full = halves ? hour % 12 + (afternoon ? 12 : 0) : hour;
      return ZonedDateTime.of(year, month, day, full, minute, second, nanosecond, offset)
          .toInstant();
    } catch (DateTimeException e) {
      throw bad();
    }
  }

  private BuiltinException bad() {
    return BuiltinException.failed("parsing time \"" + text + "\": cannot parse");
  }

  private void literal(String literal) {
    if (!text.startsWith(literal, at)) {
      throw bad();
    }
    at += literal.length();
  }

  private void take(String pattern, Consumer<String> reader) {
    Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text);
    matcher.region(at, text.length());
    if (!matcher.lookingAt()) {
      throw bad();
    }
    at = matcher.end();
    reader.accept(matcher.group());
  }

  private void number(String pattern, IntConsumer reader) {
    take(pattern, digits -> reader.accept(Integer.parseInt(digits.trim())));
  }

  private void part(String part) {
    switch (part) {
      case "January" -> take("[a-z]+", name -> month = month(name, false));
      case "Jan" -> take("[a-z]{3}", name -> month = month(name, true));
      case "Monday" -> take("(mon|tues|wednes|thurs|fri|satur|sun)day", name -> {});
      case "Mon" -> take("mon|tue|wed|thu|fri|sat|sun", name -> {});
      case "MST" -> take("UTC|GMT|[A-Z]{3,4}|[+-]\\d\\d", name -> {});
      case "2006", "_2006" -> number("\\d{4}", value -> year = value);
      case "06" -> number("\\d\\d", value -> year = value + (value >= 69 ? 1900 : 2000));
      case "01" -> number("\\d\\d", value -> month = value);
      case "1" -> number("\\d\\d?", value -> month = value);
      case "02" -> number("\\d\\d", value -> day = value);
      case "2" -> number("\\d\\d?", value -> day = value);
      case "_2" -> number(" ?\\d\\d?", value -> day = value);
      case "15" -> number("\\d\\d", value -> hour = value);
      case "03", "3" -> {
        halves = true;
        number("\\d\\d?", value -> hour = value);
      }
      case "04" -> number("\\d\\d", value -> minute = value);
      case "4" -> number("\\d\\d?", value -> minute = value);
      case "05" -> number("\\d\\d", value -> second = value);
      case "5" -> number("\\d\\d?", value -> second = value);
      case "PM", "pm" ->
          take("[ap]m", half -> afternoon = half.toLowerCase(Locale.ROOT).equals("pm"));
      default -> {
        if (part.startsWith(".") || part.startsWith(",")) {
          take(part.charAt(1) == '9' ? "([.,]\\d+)?" : "[.,]\\d+", this::fraction);
        } else {
          zone(part);
        }
      }
    }
  }

  private int month(String name, boolean abbreviated) {
    for (Month each : Month.values()) {
      String full = each.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      if ((abbreviated ? TimeLayout.shortName(full) : full).equalsIgnoreCase(name)) {
        return each.getValue();
      }
    }
    throw bad();
  }

  private void fraction(String digits) {
    if (digits.length() > 1) {
      nanosecond = Integer.parseInt((digits.substring(1) + "00000000").substring(0, 9));
    }
  }

  private void zone(String part) {
    String colon = part.contains(":") ? ":" : "";
    int fields = part.substring(1).replace(":", "").length() / 2;
    String digits = "[+-]\\d\\d" + (colon + "\\d\\d").repeat(fields - 1);
    take(
        part.startsWith("Z") ? "Z|" + digits : digits,
        zone -> offset = zone.equalsIgnoreCase("Z") ? ZoneOffset.UTC : offset(zone));
  }

  private ZoneOffset offset(String zone) {
    String digits = (zone.substring(1).replace(":", "") + "0000").substring(0, 6);
    int seconds =
        Integer.parseInt(digits.substring(0, 2)) * 3600
            + Integer.parseInt(digits.substring(2, 4)) * 60
            + Integer.parseInt(digits.substring(4, 6));
    try {
      return ZoneOffset.ofTotalSeconds(zone.startsWith("-") ? -seconds : seconds);
    } catch (DateTimeException e) {
      throw bad();
    }
  }
}
