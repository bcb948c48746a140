package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Builtins that digest texts. */
final class Hashes {
  private Hashes() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "crypto.md5" -> digest("MD5");
      case "crypto.sha1" -> digest("SHA-1");
      case "crypto.sha256" -> digest("SHA-256");
      case "crypto.hmac.md5" -> authenticate("HmacMD5");
      case "crypto.hmac.sha1" -> authenticate("HmacSHA1");
      case "crypto.hmac.sha256" -> authenticate("HmacSHA256");
      case "crypto.hmac.sha512" -> authenticate("HmacSHA512");
      case "crypto.hmac.equal" ->
          (context, x) ->
              RegoBoolean.of(MessageDigest.isEqual(Encodings.bytes(x, 0), Encodings.bytes(x, 1)));
      default -> null;
    };
  }

  private static Builtin digest(String algorithm) {
    return (context, x) -> {
      try {
        return hex(MessageDigest.getInstance(algorithm).digest(Encodings.bytes(x, 0)));
      } catch (GeneralSecurityException e) {
        throw BuiltinException.failed(String.valueOf(e.getMessage()));
      }
    };
  }

  private static Builtin authenticate(String algorithm) {
    return (context, x) -> {
      try {
        byte[] message = Encodings.bytes(x, 0);
        byte[] key = Encodings.bytes(x, 1);
        Mac mac = Mac.getInstance(algorithm);
        // An empty key is refused by Java; a single zero byte is the same key to the algorithm.
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
        return hex(mac.doFinal(message));
      } catch (GeneralSecurityException e) {
        throw BuiltinException.failed(String.valueOf(e.getMessage()));
      }
    };
  }

  private static RegoValue hex(byte[] bytes) {
    return new RegoString(HexFormat.of().formatHex(bytes));
  }
}
