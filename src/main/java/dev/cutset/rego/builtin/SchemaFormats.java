package dev.cutset.rego.builtin;

import com.google.re2j.PatternSyntaxException;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import java.util.regex.Pattern;

/** The formats that a JSON schema can demand of a text; one that is not known lets all pass. */
final class SchemaFormats {
  private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern TEMPLATE = Pattern.compile("[^{]*(\\{[^}]*}[^{]*)*");
  private static final Pattern UUID =
      Pattern.compile("[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}");
  private static final Pattern POINTER = Pattern.compile("(/([^~/]|~0|~1)*+)*+");
  private static final Pattern RELATIVE_POINTER =
      Pattern.compile("(0|[1-9][0-9]*)(#|(/([^~/]|~0|~1)*+)*+)");
  private static final String ATOM = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10FFFF}-]+";
  private static final String ADDRESS =
      "("
          + ATOM
          + "(\\."
          + ATOM
          + ")*|\"([^\"\\\\]|\\\\.)*\")@"
          + "("
          + ATOM
          + "(\\."
          + ATOM
          + ")*|\\[[^\\]\\\\]*])";
  private static final Pattern EMAIL =
      Pattern.compile(
          "\\s*("
              + ADDRESS
              + "|(("
              + ATOM
              + "|\"([^\"\\\\]|\\\\.)*\")[\\s.]*)*<"
              + ADDRESS
              + ">)\\s*");

  private SchemaFormats() {}

  static boolean fits(String format, String text) {
    return switch (format) {
      case "date" -> isTime(text, "2006-01-02");
      case "time" -> isTime(text, "15:04:05Z07:00", "15:04:05");
      case "date-time" ->
          isTime(text, "15:04:05", "15:04:05Z07:00", "2006-01-02", "2006-01-02T15:04:05Z07:00");
      case "hostname" -> HOST.matcher(text).matches() && text.length() < 256;
      case "email", "idn-email" -> EMAIL.matcher(text).matches();
      case "ipv4" -> text.contains(".") && Cidr.Address.parse(text) != null;
      case "ipv6" -> text.contains(":") && Cidr.Address.parse(text) != null;
      case "uri", "iri" -> isUri(text, true);
      case "uri-reference", "iri-reference" -> isUri(text, false);
      case "uri-template" -> isTemplate(text);
      case "uuid" -> UUID.matcher(text).matches();
      case "regex" -> isRegex(text);
      case "json-pointer" -> POINTER.matcher(text).matches();
      case "relative-json-pointer" -> RELATIVE_POINTER.matcher(text).matches();
      default -> true;
    };
  }

  private static boolean isTime(String text, String... layouts) {
    for (String layout : layouts) {
      try {
        TimeLayout.of(layout).parse(text);
        return true;
      } catch (BuiltinException e) {
        // Of another layout, perhaps.
      }
    }
    return false;
  }

  private static boolean isUri(String text, boolean absolute) {
    try {
      RegoObject parts = Uris.parse(text);
      return !text.contains("\\") && (!absolute || parts.get("scheme") != null);
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static boolean isTemplate(String text) {
    try {
      RegoObject parts = Uris.parse(text);
      String path = parts.get("path") instanceof RegoString found ? found.value() : "";
      return !text.contains("\\") && TEMPLATE.matcher(path).matches();
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static boolean isRegex(String text) {
    try {
      return com.google.re2j.Pattern.compile(text) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
