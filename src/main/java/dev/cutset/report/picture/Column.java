package dev.cutset.report.picture;

import dev.cutset.architecture.Domain;
import dev.cutset.catalog.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A domain on a sheet: what is in it and in nothing smaller, by tier, and the domains in it. */
final class Column {
  private static final int ABREAST_IN_ZONE = 3;
  private static final int ABREAST = 6;

  final Domain domain;
  final Map<Integer, List<Item>> items = new TreeMap<>();
  final Map<String, Column> inner = new TreeMap<>();

  Column(Domain domain) {
    this.domain = domain;
  }

  /**
   * A card to be.
   *
   * @param group the number of the group
   * @param domain where its copies are: the column's, or a zone that is drawn around the card alone
   */
  record Item(int group, Domain domain) {}

  void add(int tier, Item item) {
    items.computeIfAbsent(tier, key -> new ArrayList<>()).add(item);
  }

  /**
   * Draws zones around single cards, where nobody has said which zone it is and nothing else is in
   * it: a column for each would be as wide as the stack is large.
   */
  void foldStrangers() {
    inner.values().forEach(Column::foldStrangers);
    inner.values().removeIf(this::folds);
  }

  private boolean folds(Column zone) {
    List<Item> there = zone.items.values().stream().flatMap(List::stream).toList();
    if (!isStranger(zone.domain) || there.size() != 1) {
      return false;
    }
    zone.items.forEach((tier, same) -> same.forEach(item -> add(tier, item)));
    return true;
  }

  /** Whether it is a zone that nobody has named: not known yet, or left to the provider. */
  static boolean isStranger(Domain domain) {
    return domain.scope() == Scope.ZONE && domain.name().contains(" ");
  }

  /**
   * The cards of a tier: where they take several rows, as they come, else so that few lines cross.
   */
  List<Item> inOrder(int tier) {
    List<Item> there = new ArrayList<>(items.getOrDefault(tier, List.of()));
    if (there.size() > abreast()) {
      there.sort(Comparator.comparingInt(Item::group));
    }
    return there;
  }

  boolean hasBox(Item item) {
    return !item.domain().equals(domain);
  }

  /** How many cards stand side by side. */
  int abreast() {
    int most = items.values().stream().mapToInt(List::size).max().orElse(0);
    int widest = domain.scope() == Scope.ZONE ? ABREAST_IN_ZONE : ABREAST;
    return most <= ABREAST_IN_ZONE ? most : Math.min(widest, (int) Math.ceil(Math.sqrt(most)));
  }

  /** The domains in it of which nothing has a card; they can be killed all the same. */
  List<Column> bare() {
    return inner.values().stream().filter(Column::isBare).toList();
  }

  private boolean isBare() {
    return items.isEmpty() && inner.isEmpty();
  }

  /** The most bare domains that stand above each other. */
  int mostBare() {
    int within = inner.values().stream().mapToInt(Column::mostBare).max().orElse(0);
    return Math.max(within, bare().size());
  }

  int depth() {
    return 1
        + inner.values().stream()
            .filter(column -> !column.isBare())
            .mapToInt(Column::depth)
            .max()
            .orElse(0);
  }
}
