package dev.cutset.report.picture;

import dev.cutset.report.picture.Picture.Area;
import dev.cutset.report.picture.Picture.Point;
import java.util.List;

/**
 * Leads lines around cards: down into the gap under the row, along it, and where rows lie between
 * down beside the card that is needed, since cards stand above each other.
 */
final class Routes {
  private static final int LANES = 6;
  private static final double LANE = 3;
  private static final double PORT = 0.8;

  private Routes() {}

  /** An end of a line: a card and its row. */
  record End(Area card, Rows.Band row) {

    // Labels of boxes are to the left.
    double port() {
      return card.x() + PORT * card.width();
    }
  }

  /**
   * The corners of a line.
   *
   * @param number tells lines of different cards apart where they run beside each other
   */
  static List<Point> between(End from, End to, int number, double gap) {
    double lane = (number % LANES) * LANE;
    double start = from.card().y() + from.card().height();
    double below = from.row().bottom() + 6 + lane;
    if (from.row().number() + 1 == to.row().number()) {
      return from.port() == to.port()
          ? List.of(new Point(from.port(), start), new Point(to.port(), to.card().y()))
          : List.of(
              new Point(from.port(), start),
              new Point(from.port(), below),
              new Point(to.port(), below),
              new Point(to.port(), to.card().y()));
    }
    double above = to.row().top() - 10 - (number % 3) * LANE;
    boolean leftwards = to.port() < from.port();
    double beside =
        leftwards ? to.card().x() + to.card().width() + gap / 2 : to.card().x() - gap / 2;
    double corridor = beside + (number % LANES - LANES / 2.0) * 1.2;
    return List.of(
        new Point(from.port(), start),
        new Point(from.port(), below),
        new Point(corridor, below),
        new Point(corridor, above),
        new Point(to.port(), above),
        new Point(to.port(), to.card().y()));
  }
}
