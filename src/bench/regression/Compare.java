package dev.cutset.bench.regression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compares counts with those of the baseline; ends with 1 when one is more than a tenth above, or
 * is missing.
 *
 * <pre>java -cp … dev.cutset.bench.regression.Compare BASELINE COUNTS</pre>
 */
public final class Compare {
  /** The same code gives the same counts up to a thousandth, another JDK up to a few hundredths. */
  private static final double MARGIN = 1.1;

  private Compare() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, Long> baseline = read(Path.of(arguments[0]));
    Map<String, Long> counts = read(Path.of(arguments[1]));
    int worse = 0;
    int better = 0;
    for (Map.Entry<String, Long> entry : baseline.entrySet()) {
      long was = entry.getValue();
      Long is = counts.remove(entry.getKey());
      if (is == null || is > was * MARGIN) {
        worse++;
        System.err.printf(
            "worse:  %s: %s, and was %d%s%n", entry.getKey(), is, was, times(is, was));
      } else if (is * MARGIN < was) {
        better++;
        System.err.printf(
            "better: %s: %d, and was %d%s%n", entry.getKey(), is, was, times(is, was));
      }
    }
    for (String name : counts.keySet()) {
      worse++;
      System.err.printf("worse:  `%s` is not in the baseline%n", name);
    }
    System.err.printf("%d counts compared, %d worse, %d better%n", baseline.size(), worse, better);
    if (worse > 0) {
      System.err.println(
          "where that is worth its price, record the baseline anew: `src/bench/regression/run --record`");
      System.exit(1);
    }
    if (better > 0) {
      System.err.println("keep what was won: `src/bench/regression/run --record`");
    }
  }

  private static String times(Long is, long was) {
    return is == null || was == 0 ? "" : String.format(" (%.2f times)", (double) is / was);
  }

  private static Map<String, Long> read(Path file) throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int tab = line.indexOf('\t');
        counts.put(line.substring(0, tab), Long.parseLong(line.substring(tab + 1)));
      }
    }
    return counts;
  }
}
