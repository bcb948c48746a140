package dev.cutset.rego.builtin;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes the few elements of ASN.1 that keys and signatures are made of. */
final class Der {
  private Der() {}

  static byte[] sequence(byte[]... elements) {
    return element(0x30, elements);
  }

  static byte[] integer(BigInteger value) {
    return element(0x02, value.toByteArray());
  }

  static byte[] octets(byte[] value) {
    return element(0x04, value);
  }

  static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    length(out, content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  private static void length(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
      return;
    }
    byte[] size = JsonWebKey.unsigned(BigInteger.valueOf(length));
    out.write(0x80 | size.length);
    out.writeBytes(size);
  }
}
