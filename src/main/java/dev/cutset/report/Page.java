package dev.cutset.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lines of text, wrapped at words to a width. */
public final class Page {
  private static final String ESCAPE_SEQUENCES = "\u001b\\[[0-9;]*m";

  private static final String KEY_OPENS = "[\"";
  private static final String KEY_CLOSES = "\"]";

  private final Appendable out;
  private final int width;

  public Page(Appendable out, int width) {
    this.out = out;
    this.width = width;
  }

  public void blank() throws IOException {
    out.append('\n');
  }

  public void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  public void paragraph(int indent, String text) throws IOException {
    hanging(" ".repeat(indent), indent, text);
  }

  /**
   * A text behind a first part, its further lines indented to one column.
   *
   * @param first what stands before the text on its first line
   * @param indent the column of the text; the first part is filled up to it
   */
  public void hanging(String first, int indent, String text) throws IOException {
    String before = first + " ".repeat(Math.max(0, indent - length(first)));
    for (String line : wrap(text, width - indent)) {
      out.append(before).append(line).append('\n');
      before = " ".repeat(indent);
    }
  }

  private static List<String> wrap(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : words(text)) {
      int length = length(word);
      if (used > 0 && used + 1 + length > room) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += length;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Parted at spaces, but not at those in the key of an address, which somebody will copy. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int begin = 0;
    int key = text.indexOf(KEY_OPENS);
    int space = text.indexOf(' ');
    while (space >= 0) {
      int closes = key >= 0 && key < space ? text.indexOf(KEY_CLOSES, key + 2) : -1;
      if (closes >= 0) {
        key = text.indexOf(KEY_OPENS, closes);
        space = closes > space ? text.indexOf(' ', closes) : space;
        continue;
      }
      key = key < space ? -1 : key;
      words.add(text.substring(begin, space));
      begin = space + 1;
      space = text.indexOf(' ', begin);
    }
    words.add(text.substring(begin));
    return words;
  }

  private static int length(String text) {
    String shown = text.indexOf('\u001b') < 0 ? text : text.replaceAll(ESCAPE_SEQUENCES, "");
    return shown.codePointCount(0, shown.length());
  }
}
