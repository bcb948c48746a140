package dev.cutset.rego;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * The digest that a signature has for a file. Of documents it is that of their content: keys in
 * order, no blanks; of everything else that of the bytes.
 */
record FileDigest(String algorithm, byte[] digest) {
  private static final Set<String> ALGORITHMS =
      Set.of(
          "MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA-512-224", "SHA-512-256");
  private static final Set<String> DOCUMENTS =
      Set.of("data.json", "data.yaml", "data.yml", ".manifest");

  static FileDigest of(RegoObject fields) {
    String name = BundleSignature.text(fields, "name");
    String algorithm = BundleSignature.text(fields, "algorithm");
    if (!ALGORITHMS.contains(algorithm)) {
      throw BundleSignature.untrusted(
          "the digest of `" + name + "` is by `" + algorithm + "`, which is not known");
    }
    try {
      return new FileDigest(
          algorithm, HexFormat.of().parseHex(BundleSignature.text(fields, "hash")));
    } catch (IllegalArgumentException e) {
      throw BundleSignature.untrusted("the digest of `" + name + "` is none");
    }
  }

  boolean fits(String path, byte[] content) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    byte[] meant =
        DOCUMENTS.contains(name)
            ? BundleSignature.utf8(canonical(BundleReader.document(path, content)))
            : content;
    return MessageDigest.isEqual(digest, digester().digest(meant));
  }

  /** As Go writes JSON, which takes two more characters for the ends of lines. */
  private static String canonical(RegoValue document) {
    return document.toJson().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private MessageDigest digester() {
    try {
      return MessageDigest.getInstance(algorithm.replaceFirst("(SHA-512)-", "$1/"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
