package dev.cutset.report.picture;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Domain;
import dev.cutset.report.picture.Picture.Area;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Lays out an architecture: a column for each domain that something is in, a row for each tier, so
 * that what does the same stands in one row over all zones.
 */
public final class PictureLayout {
  private static final double CARD_WIDTH = 176;
  private static final double CARD_HEIGHT = 58;
  private static final double GAP = 14;
  private static final double ROW_GAP = 38;
  private static final double PAD = 12;
  private static final double LABEL = 26;
  private static final int ABREAST = 3;

  private final List<Parts.Group> groups;
  private final List<Set<Integer>> needs;
  private final Tiers tiers;
  private final Map<String, Column> columns = new TreeMap<>();
  private final double[] rows;
  private final List<Picture.Box> boxes = new ArrayList<>();
  private final List<Picture.Card> cards = new ArrayList<>();
  private final Map<Integer, Map<String, Integer>> cardsOf = new LinkedHashMap<>();
  private double bottom;
  private double right;

  private PictureLayout(Architecture architecture, Map<Urn, Urn> parents) {
    Parts parts = new Parts(architecture, parents);
    groups = parts.groups();
    needs = parts.needs();
    tiers = new Tiers(needs);
    rows = new double[tiers.count() + 1];
  }

  /**
   * Lays it out.
   *
   * @param parents the component resource that a resource belongs to
   */
  public static Picture of(Architecture architecture, Map<Urn, Urn> parents) {
    return new PictureLayout(architecture, parents).picture();
  }

  /** A domain, what is in it and in nothing smaller, and the domains in it. */
  private static final class Column {
    final Domain domain;
    final Map<Integer, List<Integer>> groupsByTier = new TreeMap<>();
    final Map<String, Column> inner = new TreeMap<>();

    Column(Domain domain) {
      this.domain = domain;
    }

    int abreast() {
      return groupsByTier.values().stream()
          .mapToInt(there -> Math.min(ABREAST, there.size()))
          .max()
          .orElse(0);
    }

    int depth() {
      return 1 + inner.values().stream().mapToInt(Column::depth).max().orElse(0);
    }
  }

  private Picture picture() {
    List<Integer> order =
        IntStream.range(0, groups.size())
            .boxed()
            .sorted(Comparator.comparingDouble(tiers::order))
            .toList();
    for (int group : order) {
      for (Domain domain : groups.get(group).copies().keySet()) {
        column(domain)
            .groupsByTier
            .computeIfAbsent(tiers.tier(group), tier -> new ArrayList<>())
            .add(group);
      }
    }
    int depth = columns.values().stream().mapToInt(Column::depth).max().orElse(0);
    double top = PAD + CARD_HEIGHT + ROW_GAP + depth * LABEL;
    measureRows(top);
    double x = PAD;
    for (Column column : columns.values()) {
      x = place(column, x, PAD + CARD_HEIGHT + ROW_GAP, bottom + depth * PAD) + GAP;
    }
    right = Math.max(x, PAD);
    placeEntryPoints(order);
    return new Picture(right, bottom + (depth + 1) * PAD, boxes, cards, lines());
  }

  private Column column(Domain domain) {
    Map<String, Column> siblings = domain.parent().map(p -> column(p).inner).orElse(columns);
    return siblings.computeIfAbsent(domain.key(), key -> new Column(domain));
  }

  private void measureRows(double top) {
    int[] lines = new int[rows.length];
    columns.values().forEach(column -> countLines(column, lines));
    double y = top;
    for (int tier = 0; tier < rows.length; tier++) {
      rows[tier] = y;
      if (lines[tier] > 0) {
        y += lines[tier] * (CARD_HEIGHT + GAP) - GAP + ROW_GAP;
      }
    }
    bottom = y - ROW_GAP + PAD;
  }

  private static void countLines(Column column, int[] lines) {
    column.groupsByTier.forEach(
        (tier, there) ->
            lines[tier] = Math.max(lines[tier], (there.size() + ABREAST - 1) / ABREAST));
    column.inner.values().forEach(inner -> countLines(inner, lines));
  }

  /** Returns where the column ends. */
  private double place(Column column, double left, double y, double end) {
    int number = boxes.size();
    Picture.Box box =
        new Picture.Box(
            column.domain.key(), column.domain.scope().word(), column.domain.name(), NOWHERE);
    boxes.add(box);
    double x = left + PAD;
    int abreast = column.abreast();
    if (abreast > 0) {
      for (Map.Entry<Integer, List<Integer>> tier : column.groupsByTier.entrySet()) {
        placeCards(column, tier.getValue(), x, rows[tier.getKey()], abreast);
      }
      x += abreast * (CARD_WIDTH + GAP) - GAP + PAD;
    }
    for (Column inner : column.inner.values()) {
      x = place(inner, x, y + LABEL, end - PAD) + PAD;
    }
    boxes.set(
        number,
        new Picture.Box(box.key(), box.scope(), box.name(), new Area(left, y, x - left, end - y)));
    return x;
  }

  private static final Area NOWHERE = new Area(0, 0, 0, 0);

  private void placeCards(Column column, List<Integer> there, double x, double y, int abreast) {
    int widest = Math.min(ABREAST, there.size());
    double indent = (abreast - widest) * (CARD_WIDTH + GAP) / 2;
    for (int i = 0; i < there.size(); i++) {
      int number = there.get(i);
      int row = i / ABREAST;
      double cardX = x + indent + (i % ABREAST) * (CARD_WIDTH + GAP);
      double cardY = y + row * (CARD_HEIGHT + GAP);
      List<String> copies = groups.get(number).copies().getOrDefault(column.domain, List.of());
      card(number, column.domain.key(), copies, cardX, cardY);
    }
  }

  private void placeEntryPoints(List<Integer> order) {
    List<Integer> entries =
        order.stream().filter(group -> groups.get(group).entry().isPresent()).toList();
    double width = entries.size() * (CARD_WIDTH + GAP) - GAP;
    right = Math.max(right, width + 2 * PAD);
    double x = (right - width) / 2;
    for (int group : entries) {
      card(group, "", List.of(), x, PAD);
      x += CARD_WIDTH + GAP;
    }
  }

  private void card(int number, String domain, List<String> copies, double x, double y) {
    Parts.Group group = groups.get(number);
    cardsOf.computeIfAbsent(number, n -> new LinkedHashMap<>()).put(domain, cards.size());
    cards.add(
        new Picture.Card(
            group.members(),
            copies,
            group.title(),
            group.subtitle(),
            group.entry().isPresent(),
            new Area(x, y, CARD_WIDTH, CARD_HEIGHT)));
  }

  /** To the copies in the same domain where there are some, else to all copies. */
  private List<Picture.Line> lines() {
    List<Picture.Line> lines = new ArrayList<>();
    for (int from = 0; from < needs.size(); from++) {
      for (int to : needs.get(from)) {
        Map<String, Integer> targets = cardsOf.getOrDefault(to, Map.of());
        cardsOf
            .getOrDefault(from, Map.of())
            .forEach(
                (domain, card) -> {
                  Integer near = targets.get(domain);
                  for (int target : near == null ? targets.values() : List.of(near)) {
                    lines.add(new Picture.Line(card, target));
                  }
                });
      }
    }
    return lines;
  }
}
