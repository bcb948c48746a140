package dev.cutset.report.picture;

import java.util.List;
import java.util.OptionalInt;

/**
 * A system laid out: domains as boxes, components in them as cards, and lines from who needs.
 *
 * @param boxes larger domains before those in them
 */
public record Picture(
    double width, double height, List<Box> boxes, List<Card> cards, List<Line> lines) {

  public Picture {
    boxes = List.copyOf(boxes);
    cards = List.copyOf(cards);
    lines = List.copyOf(lines);
  }

  /** Where something is. */
  record Area(double x, double y, double width, double height) {}

  /**
   * A failure domain.
   *
   * @param key what tells it from all others
   */
  record Box(String key, String scope, String name, Area area) {

    /** What to write into it: a zone that is not known yet says itself that it is one. */
    String label() {
      return name.contains(scope + " ") ? name : scope + " " + name;
    }
  }

  /**
   * The copies in one place of one component, or of several of a kind.
   *
   * @param members the components, by their URNs; of an entry point its own
   * @param copies the ids of the copies
   * @param entry whether it is an entry point, or several
   * @param opens the sheet that shows what is in it
   */
  record Card(
      List<String> members,
      List<String> copies,
      String title,
      String subtitle,
      boolean entry,
      OptionalInt opens,
      Area area) {
    Card {
      members = List.copyOf(members);
      copies = List.copyOf(copies);
    }
  }

  /**
   * From a card to one that it needs, by their numbers.
   *
   * @param route the corners of a line that passes no card
   */
  record Line(int from, int to, List<Point> route) {
    Line {
      route = List.copyOf(route);
    }
  }

  /** A corner. */
  record Point(double x, double y) {}
}
