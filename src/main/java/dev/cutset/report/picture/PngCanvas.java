package dev.cutset.report.picture;

import dev.cutset.report.SafeText;
import dev.cutset.report.picture.Picture.Area;
import dev.cutset.report.picture.Picture.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** What a picture is drawn on by the JDK, in the colours of the page. */
final class PngCanvas {
  private static final double ROUND = 14;
  private static final float[] DASHES = {5, 3};
  private static final Color SHEET = Color.WHITE;
  private static final SafeText SAFE = new SafeText(StandardCharsets.UTF_8);

  private final Palette palette = new Palette();
  private final BufferedImage image;
  private final Graphics2D graphics;

  private PngCanvas(Picture picture, double scale) {
    image =
        new BufferedImage(
            (int) Math.ceil(picture.width() * scale),
            (int) Math.ceil(picture.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setColor(SHEET);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /** Draws a picture, and returns the file. */
  static byte[] draw(Picture picture, double scale) throws IOException {
    PngCanvas canvas = new PngCanvas(picture, scale);
    canvas.draw(picture);
    // Without a file behind it: what is written is not read again.
    ImageIO.setUseCache(false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(canvas.image, "png", out)) {
      throw new IOException("this Java writes no PNG");
    }
    return out.toByteArray();
  }

  private void draw(Picture picture) {
    picture.boxes().forEach(this::box);
    picture.lines().forEach(this::line);
    picture.boxes().forEach(box -> text(Marks.label(box)));
    picture.cards().forEach(this::card);
    graphics.dispose();
  }

  private void box(Picture.Box box) {
    boolean isZone = box.scope().equals("zone");
    Shape shape = rounded(box.area());
    fill(
        shape,
        switch (box.scope()) {
          case "region" -> "region";
          case "zone", "provider" -> "zone";
          default -> "cloud";
        });
    outline(
        shape,
        "edge",
        isZone
            ? new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0)
            : new BasicStroke(1));
  }

  private void card(Picture.Card card) {
    Shape shape = rounded(card.area());
    if (card.opens().isPresent()) {
      Area area = card.area();
      outline(
          rounded(new Area(area.x() + 5, area.y() + 5, area.width(), area.height())),
          "edge",
          new BasicStroke(1.2f));
    }
    fill(shape, "card");
    outline(shape, card.entry() ? "blue" : "edge", new BasicStroke(card.entry() ? 2.5f : 1.2f));
    Marks.labels(card).forEach(this::text);
    for (Marks.Dot dot : Marks.copies(card)) {
      double size = 2 * dot.radius();
      fill(
          new Ellipse2D.Double(dot.x() - dot.radius(), dot.y() - dot.radius(), size, size),
          "green");
    }
  }

  private void line(Picture.Line line) {
    Path2D path = new Path2D.Double();
    Point start = line.route().get(0);
    path.moveTo(start.x(), start.y());
    line.route().forEach(point -> path.lineTo(point.x(), point.y()));
    outline(path, "edge", new BasicStroke(1.2f));
    Point end = line.route().get(line.route().size() - 1);
    Path2D tip = new Path2D.Double();
    tip.moveTo(end.x(), end.y());
    tip.lineTo(end.x() - 4, end.y() - 7);
    tip.lineTo(end.x() + 4, end.y() - 7);
    tip.closePath();
    fill(tip, "edge");
  }

  private void text(Marks.Label label) {
    String text = SAFE.safe(label.text());
    Font font =
        label.kind() == Marks.Kind.KIND
            ? new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(11.5f)
            : new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(12.5f);
    double width = graphics.getFontMetrics(font).getStringBounds(text, graphics).getWidth();
    // Which font there is nobody knows before: what is too wide is set closer.
    graphics.setFont(
        width > label.room()
            ? font.deriveFont(AffineTransform.getScaleInstance(label.room() / width, 1))
            : font);
    graphics.setColor(palette.colour(label.kind() == Marks.Kind.NAME ? "ink" : "soft"));
    graphics.drawString(text, (float) label.x(), (float) label.y());
  }

  private static Shape rounded(Area area) {
    return new RoundRectangle2D.Double(
        area.x(), area.y(), area.width(), area.height(), ROUND, ROUND);
  }

  private void fill(Shape shape, String colour) {
    graphics.setColor(palette.colour(colour));
    graphics.fill(shape);
  }

  private void outline(Shape shape, String colour, BasicStroke stroke) {
    graphics.setColor(palette.colour(colour));
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }
}
