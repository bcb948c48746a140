package dev.cutset.rego;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed bundles. What is made up is the file of signatures as a whole, the header of the token in
 * it, and what the token says, which is signed here, since nobody guesses signatures.
 */
public final class SignatureTarget {
  private static final String SECRET = "open sesame";
  private static final String HEADER = "{\"alg\": \"HS256\", \"kid\": \"house\"}";
  private static final String CLAIMS = "{\"files\": []}";
  private static final long MOST = 1 << 20;
  private static final Verification VERIFICATION =
      new Verification(
          Map.of("house", new Verification.Key("HS256", SECRET, Optional.empty())),
          Optional.empty(),
          Optional.empty(),
          List.of());

  private SignatureTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws GeneralSecurityException {
    String text = new String(input, StandardCharsets.UTF_8);
    read(text);
    read(signatures(token(HEADER, text)));
    read(signatures(token(text, CLAIMS)));
  }

  private static void read(String signatures) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("/data.json", "{}");
    files.put("/.signatures.json", signatures);
    try {
      Bundle.read(Archive.gzip(Archive.tar(files)), Builtins.standard(), MOST, VERIFICATION);
    } catch (UnsupportedPlanException refused) {
      // That is its way to say so.
    }
  }

  private static String signatures(String token) {
    return "{\"signatures\": [\"" + token + "\"]}";
  }

  private static String token(String header, String claims) throws GeneralSecurityException {
    String signed = encoded(utf8(header)) + "." + encoded(utf8(claims));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(utf8(SECRET), "HmacSHA256"));
    return signed + "." + encoded(mac.doFinal(utf8(signed)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
