package dev.cutset.report.picture;

/**
 * About how wide text is drawn, since nobody knows with which font: as wide as in DejaVu Sans,
 * which is wider than most.
 */
final class TextWidth {
  private static final double NAME_SIZE = 12.5;
  private static final double KIND_SIZE = 11.5;
  // What is not bold is narrower.
  private static final double PLAIN = 0.9;
  private static final int LEAST_SIGNS = 3;

  private TextWidth() {}

  /** As much of a text as there is room for. */
  static String fitting(String text, Marks.Kind kind, double room) {
    String safe = Markup.safe(text);
    int most = (int) Math.min(safe.length(), room / (narrowest() * size(kind)));
    for (int signs = most; signs > LEAST_SIGNS; signs--) {
      String shown = Markup.shortened(safe, signs);
      if (of(shown, kind) <= room) {
        return shown;
      }
    }
    return Markup.shortened(safe, LEAST_SIGNS);
  }

  static double of(String text, Marks.Kind kind) {
    return size(kind) * text.codePoints().mapToDouble(TextWidth::share).sum();
  }

  private static double size(Marks.Kind kind) {
    return kind == Marks.Kind.KIND ? KIND_SIZE * PLAIN : NAME_SIZE;
  }

  private static double narrowest() {
    return share('i');
  }

  /** The width of a sign, as a share of the size of the font. */
  private static double share(int sign) {
    if ("ijl.,:;'|!I ()[]/-`".indexOf(sign) >= 0) {
      return 0.42;
    }
    if ("tfr_\"*".indexOf(sign) >= 0) {
      return 0.52;
    }
    if ("mwMW@%…".indexOf(sign) >= 0 || Character.isIdeographic(sign)) {
      return 1.1;
    }
    return Character.isUpperCase(sign) || "<>=+#~×&".indexOf(sign) >= 0 ? 0.84 : 0.72;
  }
}
