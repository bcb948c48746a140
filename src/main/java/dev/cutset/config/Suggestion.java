package dev.cutset.config;

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
        .min(Comparator.comparingInt((String name) -> distance(name, word)));
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
