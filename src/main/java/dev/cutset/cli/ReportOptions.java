package dev.cutset.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which reports are made. */
final class ReportOptions {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = ReportFormat.Word.class,
      completionCandidates = ReportFormat.Word.class,
      description = {
        "How to show the verdict: terminal (when left out), json, sarif, code-quality, junit,"
            + " markdown or html."
      })
  private ReportFormat format = ReportFormat.TERMINAL;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes the report there, whole or not at all, instead of showing it.")
  private Optional<String> output = Optional.empty();

  @Option(
      names = {"-r", "--report"},
      paramLabel = "FORMAT=FILE",
      converter = ReportFile.Word.class,
      description = "Writes a further report into a file; can be repeated.")
  private List<ReportFile> further = new ArrayList<>();

  @Option(
      names = {"-v", "--verbose"},
      description = "Shows advice in full, and URNs.")
  private boolean verbose;

  boolean takeFlag(String option) {
    verbose |= option.equals("--verbose");
    return option.equals("--verbose");
  }

  /** Takes the value of an option; false where it is not one of the plain ones. */
  boolean take(String option, String value) {
    switch (option) {
      case "--format" -> {
        Optional<ReportFormat> asked = Words.among(ReportFormat.values(), value);
        format = asked.orElse(format);
        return asked.isPresent();
      }
      case "--output" -> {
        output = Optional.of(value);
        return true;
      }
      case "--report" -> {
        Optional<ReportFile> asked = ReportFile.read(value);
        asked.ifPresent(further::add);
        return asked.isPresent();
      }
      default -> {
        return false;
      }
    }
  }

  /** The format of what is shown; empty when it goes into a file instead. */
  Optional<ReportFormat> shown() {
    return output.isPresent() ? Optional.empty() : Optional.of(format);
  }

  /** All reports that go into files. */
  List<ReportFile> files() {
    List<ReportFile> files = new ArrayList<>(further);
    output.ifPresent(file -> files.add(new ReportFile(format, file)));
    return files;
  }

  /** Whether one of the reports is in the format. */
  boolean asksFor(ReportFormat wanted) {
    return format == wanted || further.stream().anyMatch(file -> file.format() == wanted);
  }

  boolean verbose() {
    return verbose;
  }
}
