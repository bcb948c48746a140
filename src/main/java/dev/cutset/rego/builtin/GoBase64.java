package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads base64 as Go does: line breaks do not count, padding must be right, mistakes have a place.
 */
final class GoBase64 {
  private static final String STANDARD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String URL = STANDARD.replace('+', '-').replace('/', '_');

  private final byte[] text;
  private final String alphabet;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;

  private GoBase64(byte[] text, String alphabet) {
    this.text = text;
    this.alphabet = alphabet;
  }

  static byte[] standard(String text) {
    return new GoBase64(text.getBytes(StandardCharsets.UTF_8), STANDARD).decode();
  }

  /** Reads the variant for addresses, where padding may be left out. */
  static byte[] url(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int over = bytes.length % 4;
    if (!text.endsWith("=") && over != 0) {
      if (over == 1) {
        throw BuiltinException.failed("illegal base64url string: " + text);
      }
      bytes = (text + "=".repeat(4 - over)).getBytes(StandardCharsets.UTF_8);
    }
    return new GoBase64(bytes, URL).decode();
  }

  private byte[] decode() {
    boolean more = true;
    while (more) {
      more = quantum();
    }
    return out.toByteArray();
  }

  /** Reads four characters; tells whether more may follow. */
  private boolean quantum() {
    int bits = 0;
    for (int count = 0; count < 4; count++) {
      skipBreaks();
      if (at == text.length) {
        if (count == 0) {
          return false;
        }
        throw illegal(at - count);
      }
      byte c = text[at++];
      int value = alphabet.indexOf(c);
      if (c == '=') {
        padding(count);
        write(bits, count);
        return false;
      } else if (c < 0 || value < 0) {
        throw illegal(at - 1);
      }
      bits = bits << 6 | value;
    }
    write(bits, 4);
    return true;
  }

  private void padding(int count) {
    if (count < 2) {
      throw illegal(at - 1);
    }
    if (count == 2) {
      skipBreaks();
      if (at == text.length) {
        throw illegal(at);
      }
      if (text[at] != '=') {
        throw illegal(at - 1);
      }
      at++;
    }
    skipBreaks();
    if (at < text.length) {
      throw illegal(at);
    }
  }

  private void write(int bits, int count) {
    int aligned = bits << 6 * (4 - count);
    for (int i = 0; i < count - 1; i++) {
      out.write(aligned >> 16 - 8 * i);
    }
  }

  private void skipBreaks() {
    while (at < text.length && (text[at] == '\n' || text[at] == '\r')) {
      at++;
    }
  }

  private static BuiltinException illegal(int position) {
    return BuiltinException.failed("illegal base64 data at input byte " + position);
  }
}
