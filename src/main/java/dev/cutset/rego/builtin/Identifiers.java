package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builtins on universally unique identifiers. */
final class Identifiers {
  private static final Pattern PLAIN =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String[] DOMAINS = {"Person", "Group", "Org"};

  /** 100-nanosecond steps between the start of the Gregorian calendar and 1970. */
  private static final long EPOCH = 0x01B21DD213814000L;

  private Identifiers() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "uuid.parse" -> (context, x) -> parse(Operands.text(x, 0));
      case "uuid.rfc4122" ->
          (context, x) ->
              context.remembered(
                  Identifiers.class, x[0], key -> new RegoString(UUID.randomUUID().toString()));
      default -> null;
    };
  }

  private static @Nullable RegoValue parse(String text) {
    String plain = text;
    if (text.length() == 45 && text.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
      plain = text.substring(9);
    } else if (text.length() == 38) {
      plain = text.substring(1, 37);
    } else if (text.matches("[0-9a-fA-F]{32}")) {
      plain = text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
    return PLAIN.matcher(plain).matches() ? describe(UUID.fromString(plain)) : null;
  }

  private static RegoValue describe(UUID id) {
    RegoObject.Builder parts = RegoObject.builder();
    int version = (int) (id.getMostSignificantBits() >> 12 & 0xF);
    long low = id.getLeastSignificantBits();
    parts.put("version", RegoNumber.of(version)).put("variant", text(variant(low)));
    if (version == 1 || version == 2) {
      describeOrigin(id, version, parts);
    }
    return parts.build();
  }

  private static void describeOrigin(UUID id, int version, RegoObject.Builder parts) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    long steps = high >>> 32 | (high >>> 16 & 0xFFFF) << 32 | (high & 0xFFF) << 48;
    BigInteger time = BigInteger.valueOf(steps - EPOCH).multiply(BigInteger.valueOf(100));
    String node = String.format("%012x", low & 0xFFFFFFFFFFFFL);
    parts.put("time", RegoNumber.of(time));
    parts.put("nodeid", text(node.replaceAll("(..)(?!$)", "$1-")));
    parts.put("macvariables", text(kind((int) (low >> 40 & 0xFF))));
    parts.put("clocksequence", RegoNumber.of(low >>> 48 & 0x3FFF));
    if (version == 2) {
      int domain = (int) (low >>> 48 & 0xFF);
      parts.put("id", RegoNumber.of(high >>> 32));
      parts.put("domain", text(domain < DOMAINS.length ? DOMAINS[domain] : "Domain" + domain));
    }
  }

  private static RegoString text(String text) {
    return new RegoString(text);
  }

  private static String variant(long low) {
    int top = (int) (low >>> 61);
    return top < 4 ? "Reserved" : top < 6 ? "RFC4122" : top == 6 ? "Microsoft" : "Future";
  }

  private static String kind(int firstByte) {
    return ((firstByte & 2) != 0 ? "local:" : "global:")
        + ((firstByte & 1) != 0 ? "multicast" : "unicast");
  }
}
