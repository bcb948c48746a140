package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builtins that take URIs apart, as leniently as Go does. */
final class Uris {
  private static final Pattern URI =
      Pattern.compile(
          "(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile("[a-zA-Z0-9._~!$&'()*+,;=%@:-]*");
  private static final Pattern BAD_IN_HOST =
      Pattern.compile("[ \\\\^`{|}#/?@]|(%(?!25)[0-7][0-9a-fA-F])");
  private static final Pattern PATH = Pattern.compile("([a-zA-Z0-9!$&'()*+,;=:@\\[\\]/._~-]|%..)*");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private Uris() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "uri.parse" -> (context, x) -> parse(Operands.text(x, 0));
      case "uri.is_valid" -> (context, x) -> RegoBoolean.of(isValid(x[0]));
      default -> null;
    };
  }

  private static boolean isValid(RegoValue value) {
    try {
      return value instanceof RegoString text
          && !text.value().isEmpty()
          && parse(text.value()).size() >= 0;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static BuiltinException invalid(String text) {
    return BuiltinException.failed("parse \"" + text + "\": invalid URI");
  }

  static RegoObject parse(String text) {
    Matcher uri = URI.matcher(text);
    boolean control = text.chars().anyMatch(c -> c < 0x20 || c == 0x7F);
    if (control || !uri.matches()) {
      throw invalid(text);
    }
    String scheme = uri.group(1);
    String path = uri.group(3);
    boolean opaque = scheme != null && uri.group(2) == null && !path.startsWith("/");
    boolean colonFirst = scheme == null && uri.group(2) == null && path.matches("[^/]*:.*");
    if (colonFirst) {
      throw invalid(text);
    }
    RegoObject.Builder parts = RegoObject.builder();
    put(parts, "scheme", scheme == null ? null : scheme.toLowerCase(Locale.ROOT));
    if (uri.group(2) != null) {
      authority(text, uri.group(2), parts);
    }
    if (!opaque && !path.isEmpty()) {
      String decoded = decode(text, path);
      put(parts, "path", decoded);
      // Go keeps the path as written only where it would have written it otherwise itself.
      put(parts, "raw_path", path.equals(escape(decoded)) ? decoded : path);
    }
    put(parts, "raw_query", uri.group(4));
    put(parts, "fragment", uri.group(5) == null ? null : decode(text, uri.group(5)));
    return parts.build();
  }

  private static void authority(String text, String authority, RegoObject.Builder parts) {
    int at = authority.lastIndexOf('@');
    String user = authority.substring(0, Math.max(0, at));
    String host = authority.substring(at + 1);
    int bracket = host.startsWith("[") ? host.lastIndexOf(']') : -1;
    boolean open = host.startsWith("[") && bracket < 0;
    int colon = bracket >= 0 ? bracket + 1 : host.lastIndexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    String port = colon < 0 ? "" : host.substring(colon);
    if (!port.matches("(:[0-9]*)?")) {
      throw BuiltinException.failed(
          "parse \"" + text + "\": invalid port \"" + port + "\" after host");
    }
    if (!USER.matcher(user).matches()) {
      throw BuiltinException.failed("parse \"" + text + "\": net/url: invalid userinfo");
    }
    Matcher bad = BAD_IN_HOST.matcher(name);
    if (bad.find() && bad.group(1) != null) {
      throw BuiltinException.failed(
          "parse \"" + text + "\": invalid URL escape \"" + bad.group(1) + "\"");
    }
    if (open || bad.reset().find()) {
      throw invalid(text);
    }
    String bare = bracket >= 0 ? name.substring(1, name.length() - 1) : name;
    put(parts, "hostname", decode(text, bare));
    put(parts, "port", port.isEmpty() ? null : port.substring(1));
  }

  private static String escape(String path) {
    StringBuilder out = new StringBuilder();
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~$&+,/:;=@".indexOf(c) >= 0);
      out.append(plain ? Character.toString(c) : String.format("%%%02X", unit & 0xFF));
    }
    return out.toString();
  }

  private static void put(RegoObject.Builder parts, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      parts.put(name, new RegoString(value));
    }
  }

  private static String decode(String text, String part) {
    if (BAD_ESCAPE.matcher(part).find()) {
      throw invalid(text);
    }
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The parts of an address that a request is sent with, the path as it is written there. */
  record Target(String host, String path, String query) {}

  static Target target(String text) {
    RegoObject parts = parse(text);
    Matcher uri = URI.matcher(text);
    String authority = uri.matches() && uri.group(2) != null ? uri.group(2) : "";
    String path = text(parts, "raw_path");
    boolean written = PATH.matcher(path).matches();
    return new Target(
        authority.substring(authority.lastIndexOf('@') + 1),
        written ? path : escape(text(parts, "path")),
        text(parts, "raw_query"));
  }

  private static String text(RegoObject parts, String name) {
    return parts.get(name) instanceof RegoString text ? text.value() : "";
  }

  /** An address as the fields that it has in Go, and the text that Go writes for it. */
  record Web(RegoObject fields, String text) {}

  static Web web(String text) {
    RegoObject parts = parse(text);
    Matcher uri = URI.matcher(text);
    boolean matched = uri.matches();
    String authority = matched && uri.group(2) != null ? uri.group(2) : "";
    boolean rooted = authority.isEmpty() && (!matched || uri.group(2) == null);
    String scheme = text(parts, "scheme");
    String written = matched ? uri.group(3) : "";
    boolean opaque = !scheme.isEmpty() && rooted && !written.startsWith("/");
    String path = text(parts, "path");
    String own = escape(path);
    String fragment = text(parts, "fragment");
    String query = text(parts, "raw_query");
    boolean asks = matched && uri.group(4) != null && query.isEmpty();
    RegoObject fields =
        RegoObject.builder()
            .put("Scheme", new RegoString(scheme))
            .put("Opaque", new RegoString(opaque ? written : ""))
            .put("User", authority.contains("@") ? RegoObject.EMPTY : RegoNull.NULL)
            .put("Host", new RegoString(authority.substring(authority.lastIndexOf('@') + 1)))
            .put("Path", new RegoString(path))
            .put("RawPath", new RegoString(own.equals(written) || opaque ? "" : written))
            .put("OmitHost", RegoBoolean.of(rooted && path.startsWith("/") && !scheme.isEmpty()))
            .put("ForceQuery", RegoBoolean.of(asks))
            .put("RawQuery", new RegoString(query))
            .put("Fragment", new RegoString(fragment))
            .put("RawFragment", RegoString.EMPTY)
            .build();
    return new Web(fields, text);
  }
}
