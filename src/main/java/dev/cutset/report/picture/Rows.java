package dev.cutset.report.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The rows of a sheet, from the top. A tier has as many as its cards need where most of them are,
 * so that what does the same stands at one height over all zones.
 */
final class Rows {
  static final double CARD_HEIGHT = 60;
  static final double TIER_GAP = 48;
  private static final double ROW_GAP = 30;
  static final double BOX_TOP = 24;
  static final double BOX_PAD = 8;

  private final int[] counts;
  private final boolean[] boxed;
  private final List<List<Band>> tiers = new ArrayList<>();
  private final double bottom;

  /**
   * One row.
   *
   * @param number its place among all rows
   * @param card where cards begin in it
   */
  record Band(int number, double top, double card, double bottom) {}

  Rows(int tierCount, Collection<Column> columns, double top) {
    counts = new int[tierCount];
    boxed = new boolean[tierCount];
    columns.forEach(this::count);
    double y = top;
    int number = 1;
    for (int tier = 0; tier < tierCount; tier++) {
      List<Band> rows = new ArrayList<>();
      for (int row = 0; row < counts[tier]; row++) {
        double card = boxed[tier] ? y + BOX_TOP : y;
        double end = card + CARD_HEIGHT + (boxed[tier] ? BOX_PAD : 0);
        rows.add(new Band(number++, y, card, end));
        y = end + ROW_GAP;
      }
      y += rows.isEmpty() ? 0 : TIER_GAP - ROW_GAP;
      tiers.add(rows);
    }
    bottom = number == 1 ? top : y - TIER_GAP;
  }

  private void count(Column column) {
    for (Map.Entry<Integer, List<Column.Item>> tier : column.items.entrySet()) {
      int abreast = Math.max(1, column.abreast());
      int rows = (tier.getValue().size() + abreast - 1) / abreast;
      int number = tier.getKey();
      counts[number] = Math.max(counts[number], rows);
      boxed[number] |= tier.getValue().stream().anyMatch(column::hasBox);
    }
    column.inner.values().forEach(this::count);
  }

  Band band(int tier, int row) {
    return tiers.get(tier).get(row);
  }

  double bottom() {
    return bottom;
  }
}
