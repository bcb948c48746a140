package dev.cutset.report;

import dev.cutset.analysis.Availability.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Shares of the time as people write them. */
final class Shares {
  private static final double MINUTES_OF_A_YEAR = 365.25 * 24 * 60;

  /** Fewer digits of what is missing would hide the difference between two figures. */
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private Shares() {}

  /** The share that is left: {@code 99.995 %} of a share of 0.00005 that is down. */
  static String up(double down) {
    BigDecimal missing = new BigDecimal(down * 100).round(DIGITS);
    return new BigDecimal(100).subtract(missing).stripTrailingZeros().toPlainString() + " %";
  }

  static String up(Range down) {
    String worst = up(down.worst());
    String best = up(down.best());
    return worst.equals(best) ? worst : worst + " to " + best;
  }

  /** How long that is in a year. */
  static String year(Range down) {
    String best = year(Math.min(down.best(), down.worst()));
    String worst = year(Math.max(down.best(), down.worst()));
    return best.equals(worst) ? worst : best + " to " + worst;
  }

  static String year(double down) {
    double minutes = down * MINUTES_OF_A_YEAR;
    if (minutes >= 600) {
      return Math.round(minutes / 60) + " h";
    }
    if (minutes >= 120) {
      return Math.round(minutes / 6) / 10.0 + " h";
    }
    if (minutes >= 10) {
      return Math.round(minutes) + " min";
    }
    return minutes == 0
        ? "0 min"
        : minutes < 0.05 ? "under 0.1 min" : Math.round(minutes * 10) / 10.0 + " min";
  }
}
