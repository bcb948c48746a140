package dev.cutset.report.picture;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Replica;
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
  private static final double CARD_WIDTH = 180;
  private static final double GAP = 20;
  private static final double PAD = 14;
  private static final double LABEL = 26;
  private static final double BARE_WIDTH = 150;
  private static final double BARE_HEIGHT = 36;
  private static final Area NOWHERE = new Area(0, 0, 0, 0);

  private final List<Parts.Group> groups;
  private final List<Set<Integer>> needs;
  private final Tiers tiers;
  private final Map<String, Column> columns = new TreeMap<>();
  private final List<Picture.Box> boxes = new ArrayList<>();
  private final List<Picture.Card> cards = new ArrayList<>();
  private final List<Routes.End> ends = new ArrayList<>();
  private final Map<Integer, Map<String, Integer>> cardsOf = new LinkedHashMap<>();
  private final boolean clustered;

  private PictureLayout(Parts parts) {
    groups = parts.groups();
    needs = parts.needs();
    clustered = parts.clustered();
    tiers = new Tiers(needs);
  }

  /**
   * Lays it out.
   *
   * @param parents the component resource that a resource belongs to
   */
  public static Picture of(Architecture architecture, Map<Urn, Urn> parents) {
    return new Atlas(architecture, parents).overview();
  }

  static Picture of(Parts parts) {
    return new PictureLayout(parts).picture();
  }

  private Picture picture() {
    List<Integer> order =
        IntStream.range(0, groups.size())
            .boxed()
            .sorted(Comparator.comparingDouble(tiers::order))
            .toList();
    order.forEach(this::assign);
    columns.values().forEach(Column::foldStrangers);
    int depth = columns.values().stream().mapToInt(Column::depth).max().orElse(0);
    boolean entered = groups.stream().anyMatch(group -> !group.entries().isEmpty());
    double outside = entered ? PAD + Rows.CARD_HEIGHT + Rows.TIER_GAP : PAD;
    Rows rows = new Rows(tiers.count(), columns.values(), outside + depth * LABEL + 6);
    int bare = columns.values().stream().mapToInt(Column::mostBare).max().orElse(0);
    double least = outside + depth * LABEL + bare * (BARE_HEIGHT + PAD);
    double end = Math.max(rows.bottom(), least) + (depth + 1) * PAD;
    double x = PAD;
    for (Column column : columns.values()) {
      x = place(column, rows, new Area(x, outside, 0, end - outside)) + GAP;
    }
    double width = placeEntryPoints(order, Math.max(x - GAP + PAD, 2 * PAD + CARD_WIDTH));
    return new Picture(width, end + PAD, boxes, cards, lines());
  }

  private void assign(int number) {
    Parts.Group group = groups.get(number);
    for (Domain domain : group.copies().keySet()) {
      column(domain).add(tiers.tier(number), new Column.Item(number, domain));
    }
    if (clustered) {
      group.components().stream()
          .flatMap(component -> component.replicas().stream())
          .map(copy -> copy.placement().domain())
          .filter(domain -> !Column.isStranger(domain))
          .forEach(this::column);
    }
  }

  private Column column(Domain domain) {
    Map<String, Column> siblings = domain.parent().map(p -> column(p).inner).orElse(columns);
    return siblings.computeIfAbsent(domain.key(), key -> new Column(domain));
  }

  /** Returns where the column ends. */
  private double place(Column column, Rows rows, Area from) {
    int number = boxes.size();
    box(column.domain, NOWHERE);
    double x = from.x() + PAD;
    int abreast = column.abreast();
    if (abreast > 0) {
      for (int tier : column.items.keySet()) {
        List<Column.Item> there = column.inOrder(tier);
        for (int i = 0; i < there.size(); i++) {
          Rows.Band row = rows.band(tier, i / abreast);
          item(column, there.get(i), row, x + (i % abreast) * (CARD_WIDTH + GAP));
        }
      }
      x += abreast * (CARD_WIDTH + GAP) - GAP + PAD;
    }
    List<Column> bare = column.bare();
    for (Column inner : column.inner.values()) {
      if (!bare.contains(inner)) {
        Area rest = new Area(x, from.y() + LABEL, 0, from.height() - LABEL - PAD);
        x = place(inner, rows, rest) + PAD;
      }
    }
    double y = from.y() + LABEL;
    for (Column inner : bare) {
      box(inner.domain, new Area(x, y, BARE_WIDTH, BARE_HEIGHT));
      y += BARE_HEIGHT + PAD;
    }
    x += bare.isEmpty() ? 0 : BARE_WIDTH + PAD;
    double width = x - from.x();
    Picture.Box box = boxes.get(number);
    boxes.set(
        number,
        new Picture.Box(
            box.key(),
            box.scope(),
            box.name(),
            new Area(from.x(), from.y(), width, from.height())));
    return from.x() + width;
  }

  private void box(Domain domain, Area area) {
    boxes.add(new Picture.Box(domain.key(), domain.scope().word(), domain.name(), area));
  }

  private void item(Column column, Column.Item item, Rows.Band row, double x) {
    if (column.hasBox(item)) {
      double pad = Rows.BOX_PAD;
      box(
          item.domain(),
          new Area(
              x - pad, row.card() - Rows.BOX_TOP, CARD_WIDTH + 2 * pad, row.bottom() - row.top()));
    }
    List<Replica> copies = groups.get(item.group()).copies().getOrDefault(item.domain(), List.of());
    card(item.group(), item.domain().key(), copies, row, x);
  }

  /** Returns how wide the picture has become. */
  private double placeEntryPoints(List<Integer> order, double wide) {
    List<Integer> entries =
        order.stream().filter(group -> !groups.get(group).entries().isEmpty()).toList();
    double width = Math.max(wide, entries.size() * (CARD_WIDTH + GAP) - GAP + 2 * PAD);
    double x = (width - entries.size() * (CARD_WIDTH + GAP) + GAP) / 2;
    Rows.Band row = new Rows.Band(0, PAD, PAD, PAD + Rows.CARD_HEIGHT);
    for (int group : entries) {
      card(group, "", List.of(), row, x);
      x += CARD_WIDTH + GAP;
    }
    return width;
  }

  private void card(int number, String domain, List<Replica> copies, Rows.Band row, double x) {
    Parts.Group group = groups.get(number);
    Area area = new Area(x, row.card(), CARD_WIDTH, Rows.CARD_HEIGHT);
    cardsOf.computeIfAbsent(number, n -> new LinkedHashMap<>()).put(domain, cards.size());
    ends.add(new Routes.End(area, row));
    cards.add(
        new Picture.Card(
            group.members(),
            copies.stream().map(Replica::id).toList(),
            group.title(copies),
            group.subtitle(),
            !group.entries().isEmpty(),
            group.opens(),
            area));
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
                    lines.add(line(card, target));
                  }
                });
      }
    }
    return lines;
  }

  private Picture.Line line(int from, int to) {
    return new Picture.Line(from, to, Routes.between(ends.get(from), ends.get(to), from, GAP));
  }
}
