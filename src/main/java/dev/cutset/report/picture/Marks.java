package dev.cutset.report.picture;

import dev.cutset.report.picture.Picture.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is written and drawn on boxes and cards, and where, whatever it is drawn with. */
final class Marks {
  private static final double CARD_MARGIN = 10;
  private static final double BOX_MARGIN = 12;
  private static final int CARD_SIGNS = 21;
  private static final double LABEL_SIGN = 7.4;
  private static final int MOST_DOTS = 10;
  private static final double DOT_STEP = 13;
  private static final double LEAST_BEND = 24;
  private static final String MODULE = "module.";

  private Marks() {}

  /** The styles of text. */
  enum Kind {
    LABEL,
    NAME,
    KIND;

    /** What style sheets call it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A line of text.
   *
   * @param y of the line that it stands on
   * @param room how wide it may be
   */
  record Label(double x, double y, Kind kind, String text, double room) {}

  /** A copy of a component. */
  record Dot(double x, double y, double radius) {}

  /**
   * A line from a card down to another.
   *
   * @param bend how far it keeps its direction at both ends
   */
  record Curve(double x1, double y1, double x2, double y2, double bend) {}

  static String name(Picture.Box box) {
    return box.scope() + " " + box.name();
  }

  static Label label(Picture.Box box) {
    double room = box.area().width() - 2 * BOX_MARGIN;
    return new Label(
        box.area().x() + BOX_MARGIN,
        box.area().y() + 18,
        Kind.LABEL,
        fitting(name(box), (int) (room / LABEL_SIGN)),
        room);
  }

  /** Title and subtitle, and after them how many copies are not drawn, where there are some. */
  static List<Label> labels(Picture.Card card) {
    double x = card.area().x() + CARD_MARGIN;
    double y = card.area().y();
    double room = card.area().width() - 2 * CARD_MARGIN;
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(x, y + 20, Kind.NAME, fitting(card.title(), CARD_SIGNS), room));
    labels.add(new Label(x, y + 35, Kind.KIND, fitting(card.subtitle(), CARD_SIGNS), room));
    int more = card.copies().size() - MOST_DOTS;
    if (more > 0) {
      double end = 4 + MOST_DOTS * DOT_STEP;
      labels.add(new Label(x + end, y + 51, Kind.KIND, "+" + more, room - end));
    }
    return labels;
  }

  static List<Dot> copies(Picture.Card card) {
    return IntStream.range(0, Math.min(MOST_DOTS, card.copies().size()))
        .mapToObj(i -> new Dot(card.area().x() + 15 + i * DOT_STEP, card.area().y() + 47, 4))
        .toList();
  }

  static Curve curve(Picture picture, Picture.Line line) {
    Area from = picture.cards().get(line.from()).area();
    Area to = picture.cards().get(line.to()).area();
    double start = from.y() + from.height();
    return new Curve(
        from.x() + from.width() / 2,
        start,
        to.x() + to.width() / 2,
        to.y(),
        Math.max(LEAST_BEND, Math.abs(to.y() - start) / 2));
  }

  private static String fitting(String text, int signs) {
    return text.length() <= signs ? text : shortened(text, signs - 1);
  }

  /** An address in modules is told by its end, anything else by its beginning. */
  private static String shortened(String text, int signs) {
    return text.startsWith(MODULE)
        ? "…" + text.substring(text.length() - signs)
        : text.substring(0, signs) + "…";
  }
}
