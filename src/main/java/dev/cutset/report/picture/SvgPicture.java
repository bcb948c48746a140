package dev.cutset.report.picture;

import dev.cutset.report.picture.Picture.Area;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes a picture as SVG: by itself, or as the part of a page that is killed in. */
public final class SvgPicture {
  private static final int TITLE_SIGNS = 21;
  private static final String MODULE = "module.";
  private static final double LABEL_SIGN = 7.4;
  private static final int SUBTITLE_SIGNS = 21;
  private static final int MOST_DOTS = 10;

  /** Writes a file of its own, with its style. */
  public void render(Picture picture, Writer out) throws IOException {
    out.write(draw(picture, "<style>" + Asset.text("picture.css") + "</style>"));
    out.write('\n');
  }

  /** The drawing alone, which takes its style from the page. */
  String draw(Picture picture, String style) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"group\"")
        .append(" aria-label=\"The system in its failure domains\" class=\"picture\"")
        .append(format(" width=\"%.0f\" height=\"%.0f\"", picture.width(), picture.height()))
        .append(format(" viewBox=\"0 0 %.0f %.0f\">", picture.width(), picture.height()))
        .append(style);
    picture.boxes().forEach(box -> box(box, svg));
    for (Picture.Line line : picture.lines()) {
      line(picture, line, svg);
    }
    for (int i = 0; i < picture.cards().size(); i++) {
      card(i, picture.cards().get(i), svg);
    }
    return svg.append("</svg>").toString();
  }

  private static void box(Picture.Box box, StringBuilder svg) {
    String label = box.scope() + " " + box.name();
    svg.append("<g class=\"box ").append(box.scope()).append('"');
    button("data-domain", box.key(), label, svg);
    rectangle(box.area(), svg);
    text(box.area().x() + 12, box.area().y() + 18, "label", label, signs(box.area()), svg);
    svg.append("</g>\n");
  }

  /** How many signs of a label there is room for. */
  private static int signs(Area area) {
    return (int) ((area.width() - 24) / LABEL_SIGN);
  }

  private static void card(int number, Picture.Card card, StringBuilder svg) {
    svg.append("<g class=\"card").append(card.entry() ? " entry" : "").append('"');
    button("data-card", String.valueOf(number), card.title() + ", " + card.subtitle(), svg);
    rectangle(card.area(), svg);
    text(card.area().x() + 10, card.area().y() + 20, "name", card.title(), TITLE_SIGNS, svg);
    text(card.area().x() + 10, card.area().y() + 35, "kind", card.subtitle(), SUBTITLE_SIGNS, svg);
    int dots = Math.min(MOST_DOTS, card.copies().size());
    for (int i = 0; i < dots; i++) {
      svg.append("<circle class=\"copy\"")
          .append(format(" cx=\"%.0f\"", card.area().x() + 15 + i * 13))
          .append(format(" cy=\"%.0f\" r=\"4\"/>", card.area().y() + 47));
    }
    if (card.copies().size() > dots) {
      String more = "+" + (card.copies().size() - dots);
      text(card.area().x() + 14 + dots * 13, card.area().y() + 51, "kind", more, 9, svg);
    }
    svg.append("</g>\n");
  }

  private static void button(String name, String value, String label, StringBuilder svg) {
    svg.append(" role=\"button\" tabindex=\"0\" aria-pressed=\"false\" aria-label=\"")
        .append(Markup.escape(label))
        .append("\" ")
        .append(name)
        .append("=\"")
        .append(Markup.escape(value))
        .append("\"><title>")
        .append(Markup.escape(label))
        .append("</title>");
  }

  private static void rectangle(Area area, StringBuilder svg) {
    svg.append(format("<rect x=\"%.0f\" y=\"%.0f\"", area.x(), area.y()))
        .append(format(" width=\"%.0f\" height=\"%.0f\" rx=\"7\"/>", area.width(), area.height()));
  }

  private static void text(
      double x, double y, String kind, String text, int signs, StringBuilder svg) {
    String shown = text.length() <= signs ? text : shortened(text, signs - 1);
    svg.append(format("<text x=\"%.0f\" y=\"%.0f\" class=\"", x, y))
        .append(kind)
        .append("\">")
        .append(Markup.escape(shown))
        .append("</text>");
  }

  /** An address in modules is told by its end, anything else by its beginning. */
  private static String shortened(String text, int signs) {
    return text.startsWith(MODULE)
        ? "…" + text.substring(text.length() - signs)
        : text.substring(0, signs) + "…";
  }

  private static void line(Picture picture, Picture.Line line, StringBuilder svg) {
    Area from = picture.cards().get(line.from()).area();
    Area to = picture.cards().get(line.to()).area();
    double x1 = from.x() + from.width() / 2;
    double y1 = from.y() + from.height();
    double x2 = to.x() + to.width() / 2;
    double y2 = to.y();
    double bend = Math.max(24, Math.abs(y2 - y1) / 2);
    svg.append(
            format("<path class=\"line\" data-from=\"%d\" data-to=\"%d\"", line.from(), line.to()))
        .append(format(" d=\"M%.0f %.0fC%.0f %.0f ", x1, y1, x1, y1 + bend))
        .append(format("%.0f %.0f %.0f %.0f\"/>\n", x2, y2 - bend, x2, y2));
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
