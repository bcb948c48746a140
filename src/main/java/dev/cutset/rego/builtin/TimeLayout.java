package dev.cutset.rego.builtin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A layout of times as Go writes them: the parts of 2 January 2006, 15:04:05, seven hours west. */
final class TimeLayout {
  private static final Map<String, String> NAMED =
      Map.of(
          "ANSIC", "Mon Jan _2 15:04:05 2006",
          "UnixDate", "Mon Jan _2 15:04:05 MST 2006",
          "RubyDate", "Mon Jan 02 15:04:05 -0700 2006",
          "RFC822", "02 Jan 06 15:04 MST",
          "RFC822Z", "02 Jan 06 15:04 -0700",
          "RFC850", "Monday, 02-Jan-06 15:04:05 MST",
          "RFC1123", "Mon, 02 Jan 2006 15:04:05 MST",
          "RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700",
          "RFC3339", "2006-01-02T15:04:05Z07:00",
          "RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00");
  private static final Pattern PART =
      Pattern.compile(
          "January|Jan|Monday|Mon|MST|2006|-07:00:00|-07:00|-070000|-0700|-07|Z07:00:00|Z07:00"
              + "|Z070000|Z0700|Z07|002|__2|_2006|_2|01|02|03|04|05|06|15|PM|pm"
              + "|[.,]0+(?!\\d)|[.,]9+(?!\\d)|1|2|3|4|5");

  private final List<String> parts = new ArrayList<>();

  private TimeLayout(String layout) {
    Matcher matcher = PART.matcher(layout);
    int at = 0;
    while (matcher.find()) {
      parts.add("'" + layout.substring(at, matcher.start()));
      parts.add(matcher.group());
      at = matcher.end();
    }
    parts.add("'" + layout.substring(at));
  }

  static TimeLayout of(String layout) {
    return new TimeLayout(NAMED.getOrDefault(layout, layout));
  }

  String format(ZonedDateTime time) {
    StringBuilder out = new StringBuilder();
    for (String part : parts) {
      out.append(part.startsWith("'") ? part.substring(1) : formatPart(part, time));
    }
    return out.toString();
  }

  private static String formatPart(String part, ZonedDateTime time) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (part) {
      case "January" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Jan" -> shortName(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case "Monday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Mon" -> shortName(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case "MST" -> zoneName(time);
      case "2006" -> String.format("%04d", time.getYear());
      case "_2006" -> "_" + time.getYear();
      case "06" -> String.format("%02d", time.getYear() % 100);
      case "01" -> String.format("%02d", time.getMonthValue());
      case "1" -> Integer.toString(time.getMonthValue());
      case "02" -> String.format("%02d", time.getDayOfMonth());
      case "_2" -> String.format("%2d", time.getDayOfMonth());
      case "2" -> Integer.toString(time.getDayOfMonth());
      case "002" -> String.format("%03d", time.getDayOfYear());
      case "__2" -> String.format("%3d", time.getDayOfYear());
      case "15" -> String.format("%02d", time.getHour());
      case "03" -> String.format("%02d", hour);
      case "3" -> Integer.toString(hour);
      case "04" -> String.format("%02d", time.getMinute());
      case "4" -> Integer.toString(time.getMinute());
      case "05" -> String.format("%02d", time.getSecond());
      case "5" -> Integer.toString(time.getSecond());
      case "PM" -> time.getHour() < 12 ? "AM" : "PM";
      case "pm" -> time.getHour() < 12 ? "am" : "pm";
      default ->
          part.startsWith(".") || part.startsWith(",")
              ? fraction(part, time.getNano())
              : offset(part, time.getOffset());
    };
  }

  static String shortName(String name) {
    return name.substring(0, 3);
  }

  private static String zoneName(ZonedDateTime time) {
    String name = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
    return name.equals("Z") ? "UTC" : name;
  }

  private static String fraction(String part, int nanoseconds) {
    int digits = Math.min(9, part.length() - 1);
    String all = String.format("%09d", nanoseconds).substring(0, digits);
    String shown = part.charAt(1) == '9' ? all.replaceFirst("0+$", "") : all;
    return shown.isEmpty() ? "" : part.charAt(0) + shown;
  }

  private static String offset(String part, ZoneOffset offset) {
    if (part.startsWith("Z") && offset.getTotalSeconds() == 0) {
      return "Z";
    }
    int seconds = Math.abs(offset.getTotalSeconds());
    String colon = part.contains(":") ? ":" : "";
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    String hours = sign + String.format("%02d", seconds / 3600);
    String minutes = colon + String.format("%02d", seconds / 60 % 60);
    int fields = part.substring(1).replace(":", "").length() / 2;
    return hours
        + (fields > 1 ? minutes : "")
        + (fields > 2 ? colon + String.format("%02d", seconds % 60) : "");
  }

  Instant parse(String text) {
    return new TimeReader(parts, text).read();
  }
}
