package dev.cutset.report;

/** Text as the terminal shows it: coloured where it can be, with signs that it has. */
final class Ink {
  private final boolean colour;
  private final SafeText letters;
  private final boolean plainSigns;

  /** A way to make a text stand out. */
  enum Tone {
    RED("31;1"),
    GREEN("32;1"),
    YELLOW("33;1"),
    BOLD("1"),
    DIM("2");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  /** Signs with something to fall back on where the charset lacks them. */
  enum Sign {
    GOOD("✓", "+"),
    BAD("✗", "x"),
    OPEN("?", "?"),
    LEADS_TO("→", "->"),
    BULLET("•", "-"),
    MORE("…", "...");

    private final String fine;
    private final String plain;

    Sign(String fine, String plain) {
      this.fine = fine;
      this.plain = plain;
    }
  }

  Ink(TerminalSettings settings) {
    this.colour = settings.colour();
    this.letters = new SafeText(settings.charset());
    this.plainSigns = !settings.charset().newEncoder().canEncode("✓✗→•…");
  }

  String sign(Sign sign) {
    return plainSigns ? sign.plain : sign.fine;
  }

  /** Colours a text that is safe already. */
  String in(Tone tone, String safe) {
    return colour && !safe.isEmpty() ? "\u001b[" + tone.code + "m" + safe + "\u001b[0m" : safe;
  }

  /** The text as it can be printed. */
  String safe(String text) {
    return letters.safe(text);
  }
}
