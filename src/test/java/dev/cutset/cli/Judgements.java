package dev.cutset.cli;

import dev.cutset.architecture.Architecture;
import dev.cutset.gate.Inspection;
import dev.cutset.policy.Judgement;
import dev.cutset.report.JudgementReader;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Inspectors that say what they were told to say. */
final class Judgements {
  /** A stack, for those that only look at the judgement. */
  static final Stack EMPTY = new Stack("shop", "dev", Stack.Source.PREVIEW, List.of());

  private Judgements() {}

  /** Says what the named case of the reports says. */
  static Inspector saying(String reportCase) {
    Judgement judgement = read(reportCase);
    return (input, rulebook) ->
        new Inspection(judgement, Architecture.of(List.of(), List.of()), EMPTY);
  }

  private static Judgement read(String reportCase) {
    try {
      return JudgementReader.read(
          Path.of("src/test/resources/dev/cutset/report", reportCase, "report.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
