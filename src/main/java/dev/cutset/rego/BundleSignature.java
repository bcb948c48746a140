package dev.cutset.rego;

import dev.cutset.rego.TarReader.Entry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds the files of a bundle to its signature: the one token in {@code .signatures.json} lists
 * each of them with its digest, and is signed as a whole.
 */
final class BundleSignature {
  static final String FILE = ".signatures.json";

  private final Verification verification;

  BundleSignature(Verification verification) {
    this.verification = verification;
  }

  static boolean isIn(Entry entry) {
    return nameOf(entry).equals(FILE);
  }

  private static String nameOf(Entry entry) {
    return entry.name().substring(entry.name().lastIndexOf('/') + 1);
  }

  static UnsupportedPlanException untrusted(String why) {
    return new UnsupportedPlanException("the bundle is not trusted: " + why, List.of());
  }

  /** Refuses files of which one is missing, one too many, or one is not what was signed. */
  void verify(List<Entry> files) {
    Map<String, FileDigest> signed = signed(files);
    for (Entry file : files) {
      String path = BundleReader.path(file);
      if (isIn(file)) {
        continue;
      }
      FileDigest digest = signed.remove(path);
      if (verification.isExcluded(path)) {
        continue;
      }
      if (digest == null) {
        throw untrusted("`" + path + "` is not among what was signed");
      }
      if (!digest.fits(path, file.content())) {
        throw untrusted("`" + path + "` is not what was signed");
      }
    }
    if (!signed.isEmpty()) {
      throw untrusted(
          "missing, of what was signed: " + String.join(", ", new TreeSet<>(signed.keySet())));
    }
  }

  private Map<String, FileDigest> signed(List<Entry> files) {
    List<Entry> signatures = files.stream().filter(BundleSignature::isIn).toList();
    if (signatures.isEmpty()) {
      throw untrusted("it is not signed, and is to be verified with a key");
    }
    if (signatures.size() > 1) {
      throw untrusted("it has more than one `" + FILE + "`");
    }
    Map<String, FileDigest> digests = new HashMap<>();
    RegoObject payload = payload(token(object(signatures.get(0).content(), FILE)));
    if (payload.get("files") instanceof RegoArray list) {
      for (RegoValue file : list) {
        if (!(file instanceof RegoObject fields)) {
          throw untrusted("`" + FILE + "` lists what is no file");
        }
        digests.put(text(fields, "name"), FileDigest.of(fields));
      }
    }
    return digests;
  }

  private static String token(RegoObject signatures) {
    if (signatures.get("plugin") instanceof RegoString plugin && !plugin.value().isEmpty()) {
      if (!plugin.value().equals("_default")) {
        throw untrusted("it is signed by a plugin `" + plugin.value() + "` that is not known here");
      }
    }
    if (signatures.get("signatures") instanceof RegoArray tokens
        && tokens.size() == 1
        && tokens.at(0) instanceof RegoString token) {
      return token.value();
    }
    throw untrusted("`" + FILE + "` does not hold exactly one signature");
  }

  /** What the token says, once its signature was found to be that of a trusted key. */
  private RegoObject payload(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw untrusted("its signature is no JSON web token");
    }
    RegoObject payload = object(decoded(parts[1]), "the signature");
    String id = keyId(object(decoded(parts[0]), "the signature"), payload);
    Verification.Key key = verification.keys().get(id);
    if (key == null) {
      throw untrusted(
          "it is signed with a key `"
              + id
              + "`, and those that are trusted are "
              + new ArrayList<>(new TreeSet<>(verification.keys().keySet())));
    }
    if (!isSigned(token, key)) {
      throw untrusted(
          "its signature is not that of the key `" + id + "` (" + key.algorithm() + ")");
    }
    String wanted = verification.scope().or(key::scope).orElse("");
    String scope = text(payload, "scope");
    if (!scope.equals(wanted)) {
      throw untrusted("it is signed for the scope `" + scope + "`, and not for `" + wanted + "`");
    }
    return payload;
  }

  private String keyId(RegoObject header, RegoObject payload) {
    if (verification.keyId().isPresent()) {
      return verification.keyId().get();
    }
    String id = text(header, "kid");
    return id.isEmpty() ? text(payload, "keyid") : id;
  }

  /** Signed by the algorithm that the key is for; the token's own word for it does not count. */
  private static boolean isSigned(String token, Verification.Key key) {
    String name = "io.jwt.verify_" + key.algorithm().toLowerCase(Locale.ROOT);
    Builtin verify = Builtins.standard().find(name);
    if (verify == null) {
      throw new UnsupportedPlanException("signatures take `" + name + "`", List.of(name));
    }
    try {
      Evaluation verifying = new Evaluation(EvaluationOptions.standard(), 0);
      RegoValue verdict =
          verify.call(verifying.context(), new RegoString(token), new RegoString(key.content()));
      return RegoBoolean.TRUE.equals(verdict);
    } catch (BuiltinException e) {
      throw untrusted(
          "its signature cannot be verified with the key that was given ("
              + key.algorithm()
              + "); give a public key in PEM, or for HS algorithms the secret");
    }
  }

  private static byte[] decoded(String part) {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw untrusted("its signature is no JSON web token");
    }
  }

  private static RegoObject object(byte[] json, String what) {
    try {
      if (RegoValue.parse(new ByteArrayInputStream(json)) instanceof RegoObject object) {
        return object;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    String shown = what.equals(FILE) ? "`" + what + "`" : what;
    throw untrusted(shown + " is no object in JSON");
  }

  static String text(RegoObject fields, String name) {
    @Nullable RegoValue value = fields.get(name);
    return value instanceof RegoString text ? text.value() : "";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
