package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schemas of a document by their addresses; what is not in the document is not fetched. */
final class SchemaPool {
  /** Below these stand schemas under names of the author, not keywords. */
  private static final Set<String> NAMED =
      Set.of("properties", "dependencies", "patternProperties");

  private final Map<String, RegoValue> documents = new HashMap<>();
  private final RegoValue root;

  SchemaPool(RegoValue document) {
    root = absolute(document, "");
    documents.put("", root);
  }

  /** The document, in which each reference is absolute now. */
  RegoValue root() {
    return root;
  }

  private RegoValue absolute(RegoValue value, String base) {
    if (value instanceof RegoArray array) {
      List<RegoValue> elements = new ArrayList<>();
      array.forEach(element -> elements.add(absolute(element, base)));
      return RegoArray.of(elements);
    }
    return value instanceof RegoObject object ? absolute(object, base) : value;
  }

  private RegoObject absolute(RegoObject object, String base) {
    String idKey = object.get("id") == null ? "$id" : "id";
    boolean named = object.get(idKey) instanceof RegoString;
    String local = named ? resolve(base, text(object.get(idKey))) : base;
    RegoObject.Builder copy = RegoObject.builder();
    object.forEach((key, value) -> copy.put(key, field(text(key), value, local)));
    RegoObject result = copy.build();
    if (named && documents.putIfAbsent(local, result) != null) {
      throw BuiltinException.failed("Reference already exists: \"" + local + "\"");
    }
    return result;
  }

  private RegoValue field(String name, RegoValue value, String base) {
    if (name.equals("$ref") && value instanceof RegoString reference) {
      return new RegoString(resolve(base, reference.value()));
    } else if (name.equals("const") || name.equals("enum")) {
      return value;
    } else if (NAMED.contains(name)) {
      if (!(value instanceof RegoObject schemas)) {
        return value;
      }
      RegoObject.Builder copy = RegoObject.builder();
      schemas.forEach((key, schema) -> copy.put(key, absolute(schema, base)));
      return copy.build();
    }
    return absolute(value, base);
  }

  private static String text(@Nullable RegoValue value) {
    return value instanceof RegoString text ? text.value() : "";
  }

  private static String resolve(String base, String reference) {
    String trimmed = reference.equals("#") ? "" : reference;
    if (trimmed.isEmpty() || trimmed.startsWith("#")) {
      return withoutFragment(base) + trimmed;
    }
    try {
      String relative = URI.create(base).resolve(trimmed).toString();
      boolean bare = !relative.startsWith("/") && !relative.contains(":");
      String resolved = bare ? "/" + relative : relative;
      return resolved.endsWith("#") ? resolved.substring(0, resolved.length() - 1) : resolved;
    } catch (IllegalArgumentException e) {
      return trimmed;
    }
  }

  private static String withoutFragment(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  /** The schema at an absolute address. */
  RegoValue find(String address) {
    RegoValue known = documents.get(address);
    if (known != null) {
      return known;
    }
    RegoValue document = documents.get(withoutFragment(address));
    if (document != null) {
      int hash = address.indexOf('#');
      return pointed(document, hash < 0 ? "" : address.substring(hash + 1));
    }
    if (!address.matches("[A-Za-z][A-Za-z0-9+.-]*://[^/].*")) {
      throw BuiltinException.failed("Reference " + address + " must be canonical");
    }
    throw BuiltinException.failed("remote reference `" + address + "` is not loaded");
  }

  private static RegoValue pointed(RegoValue document, String fragment) {
    if (!fragment.startsWith("/")) {
      return document;
    }
    RegoValue value = document;
    String pointer = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    for (String token : pointer.substring(1).split("/", -1)) {
      value = child(value, token.replace("~1", "/").replace("~0", "~"));
    }
    return value;
  }

  private static RegoValue child(RegoValue value, String token) {
    if (value instanceof RegoObject object) {
      RegoValue child = object.get(token);
      if (child == null) {
        throw BuiltinException.failed("Object has no key '" + token + "'");
      }
      return child;
    } else if (value instanceof RegoArray array) {
      RegoValue child = token.matches("[0-9]{1,9}") ? array.get(RegoNumber.parse(token)) : null;
      if (child == null) {
        throw BuiltinException.failed("Invalid array index '" + token + "'");
      }
      return child;
    }
    throw BuiltinException.failed("Invalid token reference '" + token + "'");
  }
}
