package dev.cutset.bench.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource that a shape made. A property is a text, a number, a truth value, a {@link Reference},
 * a {@link Template}, or a list or map of these.
 */
record Made(Kind kind, String name, Map<String, Object> properties) {
  /** An attribute of another resource. */
  record Reference(Kind kind, String name, String attribute) {
    /** What the cloud would answer; the same every time. */
    String value() {
      String hex = hex(kind.terraform.hashCode() * 31L + name.hashCode());
      return switch (attribute) {
        case "id" -> kind.idPrefix + (kind.idPrefix.length() > 20 ? name + "/" : "") + hex;
        case "arn" ->
            kind.idPrefix.startsWith("arn:")
                ? kind.idPrefix + name + "/" + hex
                : "arn:aws:"
                    + kind.pulumi.substring(4, kind.pulumi.indexOf('/'))
                    + ":eu-west-1:123456789012:"
                    + name
                    + "/"
                    + hex;
        case "dns_name" -> name + "-" + hex.substring(9) + ".eu-west-1.elb.amazonaws.com";
        case "endpoint" -> name + "." + hex.substring(5) + ".eu-west-1.rds.amazonaws.com:5432";
        case "address" -> name + "." + hex.substring(5) + ".eu-west-1.rds.amazonaws.com";
        case "primary_endpoint_address" ->
            "master." + name + "." + hex.substring(9) + ".euw1.cache.amazonaws.com";
        case "private_ip" -> {
          int number = (int) Long.parseLong(hex.substring(9), 16);
          yield "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        }
        case "name" -> name;
        default -> attribute + "-" + hex;
      };
    }

    private static String hex(long seed) {
      long mixed = (seed ^ seed >>> 31) * 0x9E3779B97F4A7C15L;
      return String.format("%017x", (mixed ^ mixed >>> 29) & Long.MAX_VALUE);
    }
  }

  /** A text with attributes of other resources in it; the parts are texts and references. */
  record Template(List<Object> parts) {}

  static Made of(Kind kind, String name) {
    return new Made(kind, name, new LinkedHashMap<>());
  }

  Made with(String attribute, Object value) {
    properties.put(attribute, value);
    return this;
  }

  Reference ref(String attribute) {
    return new Reference(kind, name, attribute);
  }

  String address() {
    return kind.terraform + "." + name;
  }

  /** What a value refers to, in the order in which it does. */
  static List<Reference> references(Object value) {
    List<Reference> found = new ArrayList<>();
    gather(value, found);
    return found;
  }

  private static void gather(Object value, List<Reference> found) {
    if (value instanceof Reference reference) {
      found.add(reference);
    } else if (value instanceof Template template) {
      gather(template.parts(), found);
    } else if (value instanceof List<?> list) {
      list.forEach(item -> gather(item, found));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> gather(item, found));
    }
  }
}
