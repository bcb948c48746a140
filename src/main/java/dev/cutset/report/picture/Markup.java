package dev.cutset.report.picture;

import dev.cutset.report.SafeText;
import java.nio.charset.StandardCharsets;

/** Text that is only text in HTML and in XML, whatever the stack calls its resources. */
final class Markup {
  private Markup() {}

  static String escape(String text) {
    return new SafeText(StandardCharsets.UTF_8)
        .safe(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A sentence, with what it quotes set apart. */
  static String prose(String text) {
    return escape(text).replaceAll("`([^`]*)`", "<code>$1</code>");
  }
}
