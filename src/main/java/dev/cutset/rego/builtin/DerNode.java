package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of ASN.1 in its distinguished encoding.
 *
 * @param raw the element with its tag and length
 * @param content what is in it
 */
record DerNode(int tag, byte[] raw, byte[] content) {
  static final int INTEGER = 0x02;
  static final int BITS = 0x03;
  static final int OCTETS = 0x04;
  static final int NAME = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /** All elements of the bytes, one after the other. */
  static List<DerNode> all(byte[] bytes) {
    List<DerNode> nodes = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      DerNode node = read(bytes, at);
      nodes.add(node);
      at += node.raw.length;
    }
    return nodes;
  }

  /** The one element that the bytes are. */
  static DerNode one(byte[] bytes) {
    List<DerNode> nodes = all(bytes);
    if (nodes.size() != 1) {
      throw malformed();
    }
    return nodes.get(0);
  }

  private static DerNode read(byte[] bytes, int start) {
    int at = start + 1;
    if (at >= bytes.length || (bytes[start] & 0x1F) == 0x1F) {
      throw malformed();
    }
    int length = bytes[at++] & 0xFF;
    if (length > 0x80) {
      int count = length - 0x80;
      length = 0;
      for (int i = 0; i < count && at < bytes.length && length < 1 << 22; i++) {
        length = length << 8 | bytes[at++] & 0xFF;
      }
    } else if (length == 0x80) {
      throw malformed();
    }
    if (length > bytes.length - at) {
      throw malformed();
    }
    int end = at + length;
    return new DerNode(
        bytes[start] & 0xFF,
        Arrays.copyOfRange(bytes, start, end),
        Arrays.copyOfRange(bytes, at, end));
  }

  static BuiltinException malformed() {
    return BuiltinException.failed("asn1: structure error: malformed data");
  }

  List<DerNode> children() {
    return all(content);
  }

  DerNode child(int position) {
    List<DerNode> children = children();
    if (position >= children.size()) {
      throw malformed();
    }
    return children.get(position);
  }

  /** The element with that tag, or null. */
  @Nullable DerNode tagged(int wanted) {
    for (DerNode child : children()) {
      if (child.tag == wanted) {
        return child;
      }
    }
    return null;
  }

  DerNode expect(int wanted) {
    if (tag != wanted) {
      throw malformed();
    }
    return this;
  }

  BigInteger integer() {
    if (content.length == 0) {
      throw malformed();
    }
    return new BigInteger(content);
  }

  /** The bytes of a bit string, whose first byte counts the bits that do not count. */
  byte[] bits() {
    return Arrays.copyOfRange(content, Math.min(1, content.length), content.length);
  }

  boolean truth() {
    return content.length == 1 && content[0] != 0;
  }

  /** The numbers of an object identifier. */
  List<BigInteger> numbers() {
    List<BigInteger> numbers = new ArrayList<>();
    BigInteger number = BigInteger.ZERO;
    for (byte unit : content) {
      number = number.shiftLeft(7).or(BigInteger.valueOf(unit & 0x7F));
      if (unit >= 0) {
        if (numbers.isEmpty()) {
          BigInteger top = number.divide(BigInteger.valueOf(40)).min(BigInteger.TWO);
          numbers.add(top);
          number = number.subtract(top.multiply(BigInteger.valueOf(40)));
        }
        numbers.add(number);
        number = BigInteger.ZERO;
      }
    }
    return numbers;
  }

  /** An object identifier with dots. */
  String dotted() {
    return String.join(".", numbers().stream().map(BigInteger::toString).toList());
  }

  RegoArray numberArray() {
    return RegoArray.of(numbers().stream().map(RegoNumber::of).toList());
  }

  RegoString base64() {
    return base64(content);
  }

  static RegoString base64(byte[] bytes) {
    return new RegoString(Base64.getEncoder().encodeToString(bytes));
  }

  String text() {
    Charset charset =
        switch (tag) {
          case 0x1E -> StandardCharsets.UTF_16BE;
          case 0x14 -> StandardCharsets.ISO_8859_1;
          default -> StandardCharsets.UTF_8;
        };
    return new String(content, charset);
  }

  /** A time as Go writes it into JSON. */
  RegoValue time() {
    String text = new String(content, StandardCharsets.US_ASCII).replace("Z", "");
    // Two digits of a year are of 1950 to 2049.
    String full = tag == 0x17 ? (text.compareTo("50") < 0 ? "20" : "19") + text : text;
    try {
      LocalDateTime time = LocalDateTime.parse(full, DateTimeFormatter.ofPattern("uuuuMMddHHmmss"));
      return new RegoString(time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'")));
    } catch (DateTimeException e) {
      throw malformed();
    }
  }
}
