package dev.cutset.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody may have meant who wrote a word that nobody knows. */
public final class Suggestion {
  private Suggestion() {}

  /** A question after the nearest known word, or else the list of all of them. */
  public static String among(Collection<String> known, String word) {
    return nearest(known, word)
        .map(near -> "did you mean `" + near + "`?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "none is known"
                    : "known: "
                        + known.stream()
                            .map(name -> "`" + name + "`")
                            .collect(Collectors.joining(", ")));
  }

  /** The known word with the fewest letters to change, if they are few beside those that fit. */
  public static Optional<String> nearest(Collection<String> known, String word) {
    int allowed = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(name -> distance(name, word) <= allowed)
        .min(
            Comparator.comparingInt((String name) -> distance(name, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters have to be put in, left out, changed or swapped with their neighbour. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
