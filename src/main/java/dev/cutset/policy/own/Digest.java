package dev.cutset.policy.own;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A name for a content: 64 hexadecimal digits, which no other content has. */
final class Digest {
  private Digest() {}

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of files with their paths; each is digested by itself, so that none can run into the next. */
  static String of(List<SourceFile> files) {
    StringBuilder all = new StringBuilder();
    files.forEach(file -> all.append(of(file.path())).append(of(file.text())));
    return of(all.toString());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
