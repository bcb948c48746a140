package dev.cutset.source;

/**
 * What the engine had to say during a preview.
 *
 * @param severity {@code error}, {@code warning}, {@code info}, …
 * @param urn the resource that it is about, empty if none
 * @param message in the engine's words
 */
record Diagnostic(String severity, String urn, String message) {
  private static final int LONGEST_MESSAGE = 200;

  /** Reads the diagnostic at hand. */
  static Diagnostic read(Tokens in) throws UnreadableInputException {
    String severity = "";
    String urn = "";
    String message = "";
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "severity" -> severity = in.text().orElse("");
        case "urn" -> urn = in.text().orElse("");
        case "message" -> message = in.text().orElse("");
        default -> in.skip();
      }
    }
    return new Diagnostic(severity, urn, message);
  }

  /** A preview with an error is not the whole stack. */
  void refuseErrors(Tokens in) throws UnreadableInputException {
    if (severity.equals("error")) {
      throw in.refused(
          "the preview failed" + (urn.isEmpty() ? "" : " at `" + urn + "`") + ": " + firstLine(),
          "make `pulumi preview` succeed first");
    }
  }

  private String firstLine() {
    String line = message.strip().lines().findFirst().orElse("no message");
    return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
  }
}
