package dev.cutset.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is written and drawn on boxes and cards, and where, whatever it is drawn with. */
final class Marks {
  private static final double MARGIN = 10;
  private static final int TITLE_SIGNS = 19;
  private static final int SUBTITLE_SIGNS = 25;
  private static final double LABEL_SIGN = 7.6;
  private static final int MOST_DOTS = 6;
  private static final double DOT_STEP = 13;

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

  static Label label(Picture.Box box) {
    double room = box.area().width() - 2 * MARGIN;
    String text = Markup.shortened(box.label(), (int) (room / LABEL_SIGN));
    return new Label(box.area().x() + MARGIN, box.area().y() + 17, Kind.LABEL, text, room);
  }

  static List<Label> labels(Picture.Card card) {
    double x = card.area().x() + MARGIN;
    double y = card.area().y();
    double room = card.area().width() - 2 * MARGIN;
    List<String> words = words(card);
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(x, y + 20, Kind.NAME, Markup.shortened(words.get(0), TITLE_SIGNS), room));
    for (int i = 1; i < words.size(); i++) {
      String text = Markup.shortened(words.get(i), SUBTITLE_SIGNS);
      labels.add(new Label(x, y + 20 + 16 * i, Kind.KIND, text, room));
    }
    return labels;
  }

  /** All that is written into a card, whole: many copies are counted, few are seen. */
  static List<String> words(Picture.Card card) {
    List<String> words = new ArrayList<>(List.of(card.title(), card.subtitle()));
    if (card.opens().isPresent()) {
      words.add("open");
    } else if (card.copies().size() > MOST_DOTS) {
      words.add(card.copies().size() + " copies");
    }
    return words;
  }

  static List<Dot> copies(Picture.Card card) {
    int seen = words(card).size() > 2 ? 0 : card.copies().size();
    return IntStream.range(0, seen)
        .mapToObj(i -> new Dot(card.area().x() + 15 + i * DOT_STEP, card.area().y() + 48, 4))
        .toList();
  }
}
