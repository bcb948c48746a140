package dev.cutset.rego;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files with a signature that a test makes itself, by a secret. */
final class SignedFiles {
  static final String SECRET = "open sesame";

  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private String keyId = "house";

  SignedFiles(Map<String, String> files) {
    this.files.putAll(files);
    List<Map<String, String>> listed = new ArrayList<>();
    new TreeMap<>(files).forEach((name, text) -> listed.add(listed(name, text)));
    claims.put("files", listed);
  }

  /** Documents in these tests are written as they are hashed. */
  private static Map<String, String> listed(String name, String text) {
    return Map.of("name", name, "hash", digest("SHA-256", text), "algorithm", "SHA-256");
  }

  static String digest(String algorithm, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  SignedFiles claiming(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  SignedFiles by(String id) {
    keyId = id;
    return this;
  }

  SignedFiles with(String name, String text) {
    files.put(name, text);
    return this;
  }

  SignedFiles without(String name) {
    files.remove(name);
    return this;
  }

  String token() {
    Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "HS256"));
    if (!keyId.isEmpty()) {
      header.put("kid", keyId);
    }
    String secret =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
    RegoValue signed =
        Builtins.standard()
            .find("io.jwt.encode_sign")
            .call(
                new Evaluation(EvaluationOptions.standard(), 0).context(),
                RegoValue.of(header),
                RegoValue.of(claims),
                RegoValue.of(Map.of("kty", "oct", "k", secret)));
    return ((RegoString) signed).value();
  }

  ByteArrayInputStream bundle() {
    return bundle("{\"signatures\": [\"" + token() + "\"]}");
  }

  ByteArrayInputStream bundle(String signatures) {
    Map<String, String> all = new LinkedHashMap<>(files);
    all.put("/.signatures.json", signatures);
    return Archive.gzip(Archive.tar(all));
  }
}
