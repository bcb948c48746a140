package dev.cutset.cli;

/** The formats of a report. */
enum ReportFormat {
  TERMINAL,
  JSON,
  SARIF,
  CODE_QUALITY,
  JUNIT,
  MARKDOWN,
  HTML;

  /** Reads it from its word. */
  static final class Word extends Words.ConstantWord<ReportFormat> {
    Word() {
      super(values());
    }
  }
}
