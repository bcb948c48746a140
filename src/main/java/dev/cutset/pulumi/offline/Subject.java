package dev.cutset.pulumi.offline;

import com.google.protobuf.Struct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a placeholder is made for: a resource with its inputs, or a lookup with its arguments.
 *
 * @param token of the type or the function
 * @param name the author's name for it
 * @param identity all that makes it differ from every other; the same identity, the same values
 * @param inputs as the program gave them
 */
record Subject(String token, String name, String identity, Struct inputs) {

  static Subject resource(String urn, Struct inputs) {
    String name = urn.substring(urn.lastIndexOf("::") + 2);
    String types = urn.substring(0, urn.length() - name.length() - 2);
    String chain = types.substring(types.lastIndexOf("::") + 2);
    return new Subject(chain.substring(chain.lastIndexOf('$') + 1), name, urn, inputs);
  }

  /** What a lookup finds differs from region to region, even for the same question. */
  static Subject lookup(String token, String region, Struct arguments) {
    String identity = region + token + Protocol.canonical(arguments);
    return new Subject(token, kindOf(token), identity, arguments);
  }

  /** The part of the cloud, such as {@code ec2}. */
  String module() {
    return token.replaceFirst("^[^:]*:", "").replaceFirst("[/:].*", "");
  }

  /** The kind of thing in lower case words, such as {@code load-balancer}. */
  String kind() {
    return words(kindOf(token));
  }

  /** The identity as that many hexadecimal digits. */
  String hex(int length) {
    try {
      byte[] text = identity.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The identity as a number, not negative. */
  long number() {
    return Long.parseLong(hex(15), 16);
  }

  /** A name in camel case as words in lower case with hyphens between them. */
  static String words(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static String kindOf(String token) {
    return token.substring(token.lastIndexOf(':') + 1);
  }
}
