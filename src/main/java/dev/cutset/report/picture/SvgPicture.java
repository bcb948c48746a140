package dev.cutset.report.picture;

import dev.cutset.report.picture.Picture.Area;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Writes a picture as SVG: by itself, or as the part of a page that is killed in. */
public final class SvgPicture {
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
    Marks.Label label = Marks.label(box);
    svg.append("<g class=\"box ").append(box.scope()).append('"');
    button("data-domain", box.key(), Marks.name(box), svg);
    rectangle(box.area(), svg);
    text(label, svg);
    svg.append("</g>\n");
  }

  private static void card(int number, Picture.Card card, StringBuilder svg) {
    svg.append("<g class=\"card").append(card.entry() ? " entry" : "").append('"');
    button("data-card", String.valueOf(number), card.title() + ", " + card.subtitle(), svg);
    rectangle(card.area(), svg);
    List<Marks.Label> labels = Marks.labels(card);
    labels.subList(0, 2).forEach(label -> text(label, svg));
    for (Marks.Dot dot : Marks.copies(card)) {
      svg.append("<circle class=\"copy\"")
          .append(format(" cx=\"%.0f\" cy=\"%.0f\"", dot.x(), dot.y()))
          .append(format(" r=\"%.0f\"/>", dot.radius()));
    }
    labels.subList(2, labels.size()).forEach(label -> text(label, svg));
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

  private static void text(Marks.Label label, StringBuilder svg) {
    svg.append(format("<text x=\"%.0f\" y=\"%.0f\" class=\"", label.x(), label.y()))
        .append(label.kind().word())
        .append("\">")
        .append(Markup.escape(label.text()))
        .append("</text>");
  }

  private static void line(Picture picture, Picture.Line line, StringBuilder svg) {
    Marks.Curve curve = Marks.curve(picture, line);
    svg.append(
            format("<path class=\"line\" data-from=\"%d\" data-to=\"%d\"", line.from(), line.to()))
        .append(format(" d=\"M%.0f %.0f", curve.x1(), curve.y1()))
        .append(format("C%.0f %.0f ", curve.x1(), curve.y1() + curve.bend()))
        .append(format("%.0f %.0f ", curve.x2(), curve.y2() - curve.bend()))
        .append(format("%.0f %.0f\"/>\n", curve.x2(), curve.y2()));
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
