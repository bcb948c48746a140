package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of IP addresses: those that share a prefix with its first one.
 *
 * @param first the first address, as a number
 * @param prefix how many bits the addresses share
 * @param bits 32 or 128: how many bits an address has
 */
record Cidr(BigInteger first, int prefix, int bits) {
  private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF).shiftLeft(32);

  /** An address; one of version 4 written as version 6 is of version 4. */
  record Address(BigInteger value, int bits) {
    static @Nullable Address parse(String text) {
      if (!text.contains(":")) {
        BigInteger value = version4(text);
        return value == null ? null : new Address(value, 32);
      }
      BigInteger value = version6(text);
      return value == null ? null : new Address(value, 128);
    }

    Address unmapped() {
      boolean mapped = bits == 128 && value.shiftRight(32).equals(MAPPED.shiftRight(32));
      return mapped ? new Address(value.subtract(MAPPED), 32) : this;
    }
  }

  static BuiltinException invalid(String text) {
    return BuiltinException.failed("invalid CIDR address: " + text);
  }

  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    Address address = slash < 0 ? null : Address.parse(text.substring(0, slash));
    String length = text.substring(slash + 1);
    if (address == null || !length.matches("0|[1-9][0-9]{0,2}")) {
      throw invalid(text);
    }
    int prefix = Integer.parseInt(length);
    if (prefix > address.bits()) {
      throw invalid(text);
    }
    return of(address, prefix);
  }

  static Cidr of(Address address, int prefix) {
    int host = address.bits() - prefix;
    BigInteger first = address.value().shiftRight(host).shiftLeft(host);
    return new Cidr(first, prefix, address.bits());
  }

  BigInteger last() {
    return first.add(BigInteger.ONE.shiftLeft(bits - prefix)).subtract(BigInteger.ONE);
  }

  boolean contains(Address address) {
    Address plain = bits == 32 ? address.unmapped() : address;
    return plain.bits() == bits && contains(plain.value());
  }

  private boolean contains(BigInteger address) {
    return address.compareTo(first) >= 0 && address.compareTo(last()) <= 0;
  }

  boolean contains(Cidr other) {
    return bits == other.bits && contains(other.first) && contains(other.last());
  }

  boolean overlaps(Cidr other) {
    return bits == other.bits && (contains(other.first) || other.contains(first));
  }

  /** The fewest blocks that hold just the addresses from one to another. */
  static List<Cidr> covering(BigInteger from, BigInteger to, int bits) {
    List<Cidr> blocks = new ArrayList<>();
    BigInteger next = from;
    while (next.compareTo(to) <= 0) {
      int aligned = next.signum() == 0 ? bits : Math.min(bits, next.getLowestSetBit());
      int fitting = to.subtract(next).add(BigInteger.ONE).bitLength() - 1;
      int host = Math.min(aligned, fitting);
      blocks.add(new Cidr(next, bits - host, bits));
      next = next.add(BigInteger.ONE.shiftLeft(host));
    }
    return blocks;
  }

  @Override
  public String toString() {
    return show(first, bits) + "/" + prefix;
  }

  private static @Nullable BigInteger version4(String text) {
    String[] parts = text.split("\\.", -1);
    BigInteger value = BigInteger.ZERO;
    for (String part : parts) {
      if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
        return null;
      }
      value = value.shiftLeft(8).or(new BigInteger(part));
    }
    return parts.length == 4 ? value : null;
  }

  private static @Nullable BigInteger version6(String text) {
    String hex = text;
    if (text.contains(".")) {
      int colon = text.lastIndexOf(':');
      BigInteger tail = version4(text.substring(colon + 1));
      if (tail == null) {
        return null;
      }
      hex =
          text.substring(0, colon + 1)
              + Long.toHexString(tail.longValue() >> 16)
              + ":"
              + Long.toHexString(tail.longValue() & 0xFFFF);
    }
    int gap = hex.indexOf("::");
    List<String> head = groups(gap < 0 ? hex : hex.substring(0, gap));
    List<String> tail = groups(gap < 0 ? "" : hex.substring(gap + 2));
    int missing = 8 - head.size() - tail.size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      return null;
    }
    List<String> all = new ArrayList<>(head);
    for (int i = 0; i < missing; i++) {
      all.add("0");
    }
    all.addAll(tail);
    BigInteger value = BigInteger.ZERO;
    for (String group : all) {
      if (!group.matches("[0-9a-fA-F]{1,4}")) {
        return null;
      }
      value = value.shiftLeft(16).or(new BigInteger(group, 16));
    }
    return value;
  }

  private static List<String> groups(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
  }

  /** The address as Go writes it: the longest run of zero groups, two at least, left out. */
  static String show(BigInteger address, int bits) {
    if (bits == 32) {
      long value = address.longValue();
      return (value >> 24)
          + "."
          + (value >> 16 & 255)
          + "."
          + (value >> 8 & 255)
          + "."
          + (value & 255);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = address.shiftRight(112 - 16 * i).intValue() & 0xFFFF;
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        out.append("::");
        i += length - 1;
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
