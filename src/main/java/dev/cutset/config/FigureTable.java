package dev.cutset.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of the time things are available by themselves.
 *
 * @param entries the first that matches counts
 */
public record FigureTable(List<Entry> entries) {

  public FigureTable {
    entries = List.copyOf(entries);
  }

  /**
   * One figure.
   *
   * @param least the least share of the time, between zero and one
   * @param most the most; the same where it is known
   * @param source where it is from
   */
  public record Entry(NamePattern match, double least, double most, String source) {}

  /** The first entry that matches one of these names. */
  public Entry find(Stream<String> names) {
    List<String> all = names.toList();
    return entries.stream()
        .filter(entry -> all.stream().anyMatch(entry.match()::matchesText))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no figure matches " + all));
  }

  /** This table, and another for what this one says nothing of. */
  public FigureTable orElse(FigureTable other) {
    List<Entry> both = new ArrayList<>(entries);
    both.addAll(other.entries);
    return new FigureTable(both);
  }
}
