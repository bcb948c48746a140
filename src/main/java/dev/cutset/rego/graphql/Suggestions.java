package dev.cutset.rego.graphql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What somebody may have meant who wrote something else. */
final class Suggestions {
  private static final int MOST = 5;

  private Suggestions() {}

  /** A question that names those nodes whose names are near to what was written, or nothing. */
  static String among(
      String start,
      String written,
      Collection<Node> options,
      Effort effort,
      Function<List<String>, String> list) {
    Map<String, Integer> distances = new HashMap<>();
    List<String> near = new ArrayList<>();
    int most = (int) (written.getBytes(StandardCharsets.UTF_8).length * 0.4) + 1;
    for (Node option : options) {
      effort.work();
      String name = option.text("Name");
      int distance = distance(written, name, most, effort);
      if (distance <= most) {
        near.add(name);
        distances.put(name, distance);
      }
    }
    near.sort(Comparator.comparing(distances::get));
    return near.isEmpty() ? "" : " " + start + " " + list.apply(near) + "?";
  }

  static String quoted(List<String> names) {
    return plain(names.stream().map(name -> "\"" + name + "\"").toList());
  }

  /** The first few of the names, as an English sentence lists them. */
  static String plain(List<String> names) {
    int last = Math.min(names.size(), MOST) - 1;
    if (last == 0) {
      return names.get(0);
    }
    String all = String.join(", ", names.subList(0, last));
    return all + (last == 1 ? " or " : ", or ") + names.get(last);
  }

  /** How many characters differ, where a difference in case is one; any number above the most. */
  private static int distance(String written, String name, int most, Effort effort) {
    if (written.equals(name)) {
      return 0;
    }
    int[] left = lower(written);
    int[] right = lower(name);
    if (Arrays.equals(left, right)) {
      return 1;
    } else if (Math.abs(left.length - right.length) > most) {
      return most + 1;
    }
    effort.work((long) left.length * right.length / 8);
    return edits(left, right);
  }

  private static int[] lower(String text) {
    return text.toLowerCase(Locale.ROOT).codePoints().toArray();
  }

  private static int edits(int[] left, int[] right) {
    int[] row = new int[left.length + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
    for (int i = 1; i <= right.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= left.length; j++) {
        int above = row[j];
        row[j] =
            right[i - 1] == left[j - 1]
                ? diagonal
                : 1 + Math.min(diagonal, Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[left.length];
  }
}
