package dev.cutset.report.picture;

import dev.cutset.report.picture.Picture.Area;
import dev.cutset.report.picture.Picture.Point;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes a picture as SVG: by itself, or as the part of a page that is killed in. */
public final class SvgPicture {
  private static final Pattern COLOUR =
      Pattern.compile("(--[a-z]+): light-dark\\((#[0-9a-f]+), #[0-9a-f]+\\);\\s*");

  /** With more lines than these, only those of what is looked at are drawn strong. */
  private static final int CLEAR_LINES = 90;

  /** Writes a file of its own, with its style. */
  public void render(Picture picture, Writer out) throws IOException {
    out.write(draw(picture, "", 0, "<style>" + plain(Asset.text("picture.css")) + "</style>"));
    out.write('\n');
  }

  /** Not all that shows SVG knows variables, or the dark. */
  private static String plain(String style) {
    String plain = style;
    Matcher colour = COLOUR.matcher(style);
    while (colour.find()) {
      plain = plain.replace("var(" + colour.group(1) + ")", colour.group(2));
    }
    return COLOUR.matcher(plain).replaceAll("").strip();
  }

  /**
   * The drawing alone, which takes its style from the page.
   *
   * @param name what of the system it shows; empty for all of it
   * @param first the number of its first card
   */
  String draw(Picture picture, String name, int first, String style) {
    StringBuilder svg = new StringBuilder();
    String label = name.isEmpty() ? "The system in its failure domains" : "What is in " + name;
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"group\" aria-label=\"")
        .append(Markup.escape(label))
        .append("\" class=\"picture")
        .append(picture.lines().size() > CLEAR_LINES ? " tangled" : "")
        .append('"')
        .append(format(" width=\"%.0f\" height=\"%.0f\"", picture.width(), picture.height()))
        .append(format(" viewBox=\"0 0 %.0f %.0f\">", picture.width(), picture.height()))
        .append(style);
    picture.boxes().forEach(box -> box(box, svg));
    svg.append("<g class=\"lines\">\n");
    picture.lines().forEach(line -> line(line, first, svg));
    svg.append("</g>\n");
    tips(picture, svg);
    picture.boxes().forEach(box -> label(box, svg));
    asRead(picture).forEach(i -> card(first + i, picture.cards().get(i), svg));
    return svg.append("</svg>").toString();
  }

  /** The numbers of the cards from the top down, as the Tab key comes to them. */
  private static List<Integer> asRead(Picture picture) {
    return IntStream.range(0, picture.cards().size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> picture.cards().get(i).area().y())
                .thenComparingDouble(i -> picture.cards().get(i).area().x()))
        .toList();
  }

  private static void box(Picture.Box box, StringBuilder svg) {
    svg.append("<g class=\"box ").append(box.scope()).append('"');
    button("data-domain", box.key(), box.label(), true, svg);
    rectangle(box.area(), svg);
    svg.append("</g>\n");
  }

  /** Above the lines, so that none runs through it. */
  private static void label(Picture.Box box, StringBuilder svg) {
    text(Marks.label(box), " " + box.scope(), svg);
    svg.append('\n');
  }

  private static void card(int number, Picture.Card card, StringBuilder svg) {
    svg.append("<g class=\"card")
        .append(card.entry() ? " entry" : "")
        .append(card.opens().isPresent() ? " opens" : "")
        .append('"');
    String label = String.join(", ", Marks.words(card));
    boolean dies = !card.entry() && card.opens().isEmpty();
    button("data-card", String.valueOf(number), label, dies, svg);
    Area area = card.area();
    if (card.opens().isPresent()) {
      svg.append(format("<path class=\"stack\" d=\"M%.0f %.0f", area.x() + 5, area.y() + 9))
          .append(format("v%.0fh%.0f", area.height() - 4, area.width()))
          .append(format("v-%.0f\"/>", area.height() - 4));
    }
    rectangle(area, svg);
    Marks.labels(card).forEach(line -> text(line, "", svg));
    for (Marks.Dot dot : Marks.copies(card)) {
      svg.append("<circle class=\"copy\"")
          .append(format(" cx=\"%.0f\" cy=\"%.0f\"", dot.x(), dot.y()))
          .append(format(" r=\"%.0f\"/>", dot.radius()));
    }
    svg.append("</g>\n");
  }

  /** Something to choose, which says whether it is dead if it can be killed. */
  private static void button(
      String name, String value, String label, boolean dies, StringBuilder svg) {
    svg.append(" role=\"button\" tabindex=\"0\"")
        .append(dies ? " aria-pressed=\"false\"" : "")
        .append(" aria-label=\"")
        .append(Markup.escape(label))
        .append("\" ")
        .append(name)
        .append("=\"")
        .append(Markup.escape(value))
        .append("\">");
  }

  private static void rectangle(Area area, StringBuilder svg) {
    svg.append(format("<rect x=\"%.0f\" y=\"%.0f\"", area.x(), area.y()))
        .append(format(" width=\"%.0f\" height=\"%.0f\" rx=\"7\"/>", area.width(), area.height()));
  }

  private static void text(Marks.Label label, String more, StringBuilder svg) {
    svg.append(format("<text x=\"%.0f\" y=\"%.0f\" class=\"", label.x(), label.y()))
        .append(label.kind().word())
        .append(more)
        .append("\">")
        .append(Markup.escape(label.text()))
        .append("</text>\n");
  }

  /** Along corners that are right angles. */
  private static void line(Picture.Line line, int first, StringBuilder svg) {
    svg.append(format("<path data-from=\"%d\"", first + line.from()))
        .append(format(" data-to=\"%d\" d=\"", first + line.to()));
    Point at = line.route().get(0);
    svg.append(format("M%.0f %.0f", at.x(), at.y()));
    for (Point next : line.route().subList(1, line.route().size())) {
      svg.append(next.x() == at.x() ? format("V%.0f", next.y()) : format("H%.0f", next.x()));
      at = next;
    }
    svg.append("\"/>\n");
  }

  /** The heads of the arrows: one where all that need a card come in. */
  private static void tips(Picture picture, StringBuilder svg) {
    picture.lines().stream()
        .map(line -> line.route().get(line.route().size() - 1))
        .distinct()
        .forEach(
            end ->
                svg.append(format("<path class=\"tip\" d=\"M%.0f %.0f", end.x(), end.y()))
                    .append("l-4 -7h8z\"/>\n"));
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
