package dev.cutset.report.picture;

import dev.cutset.report.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that is only text in HTML and in XML, whatever the stack calls its resources. */
final class Markup {
  private static final String URN = "urn:pulumi:";

  /** In Terraform's addresses: the modules, the type, the name. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "((?:\\bmodule\\.[\\w-]+(?:\\[[^\\]]*])?\\.)*)\\b[a-z][a-z0-9]*_[a-z0-9_]+\\.([\\w-]+)");

  private Markup() {}

  static String escape(String text) {
    return safe(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Without signs that would turn the text around them. */
  static String safe(String text) {
    return new SafeText(StandardCharsets.UTF_8).safe(text);
  }

  /** A sentence, with what it quotes set apart. */
  static String prose(String text) {
    return escape(text).replaceAll("`([^`]*)`", "<code>$1</code>");
  }

  /** A name in so many signs: names that begin alike are told apart by their ends. */
  static String shortened(String text, int signs) {
    String whole = named(text);
    String shorter = whole.codePointCount(0, whole.length()) <= signs ? whole : unqualified(whole);
    int[] points = shorter.codePoints().toArray();
    if (points.length <= signs) {
      return shorter;
    }
    int end = signs * 2 / 5;
    int begin = signs - end - 1;
    return new String(points, 0, begin) + "…" + new String(points, points.length - end, end);
  }

  /** Of Terraform's addresses in it what tells them apart: cards say the type beside the name. */
  private static String unqualified(String text) {
    return ADDRESS
        .matcher(text)
        .replaceAll(
            address ->
                Matcher.quoteReplacement(
                    address.group(1).replace("module.", "") + address.group(2)));
  }

  /** Of a URN in it, only the name. */
  private static String named(String text) {
    int urn = text.indexOf(URN);
    int name = text.lastIndexOf("::");
    return urn < 0 || name < urn ? text : text.substring(0, urn) + text.substring(name + 2);
  }
}
