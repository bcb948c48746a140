package dev.cutset.cli;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A report that goes into a file, beside the one that is shown. */
record ReportFile(ReportFormat format, String file) {

  /** What {@code sarif=out.sarif} says; empty where that is not understood. */
  static Optional<ReportFile> read(String text) {
    int at = text.indexOf('=');
    return at < 0 || at == text.length() - 1
        ? Optional.empty()
        : Words.among(ReportFormat.values(), text.substring(0, at))
            .map(format -> new ReportFile(format, text.substring(at + 1)));
  }

  /** Reads {@code sarif=out.sarif}. */
  static final class Word implements ITypeConverter<ReportFile> {
    @Override
    public ReportFile convert(String text) {
      int at = text.indexOf('=');
      if (at < 0 || at == text.length() - 1) {
        throw new TypeConversionException(
            "`" + text + "` names no file; say for instance `sarif=cutset.sarif`");
      }
      return new ReportFile(
          new ReportFormat.Word().convert(text.substring(0, at)), text.substring(at + 1));
    }
  }
}
