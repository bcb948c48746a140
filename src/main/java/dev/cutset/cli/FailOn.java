package dev.cutset.cli;

import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.Outcome;

/** What makes the check end with the exit code of a refusal. */
enum FailOn {
  BLOCKED,
  UNDECIDED,
  ADVICE,
  NEVER;

  boolean fails(Judgement judgement) {
    return switch (this) {
      case BLOCKED -> judgement.verdict() == Outcome.BLOCKED;
      case UNDECIDED -> judgement.verdict() != Outcome.PASSED;
      case ADVICE -> judgement.verdict() != Outcome.PASSED || !judgement.findings().isEmpty();
      case NEVER -> false;
    };
  }

  /** Reads it from its word. */
  static final class Word extends Words.ConstantWord<FailOn> {
    Word() {
      super(values());
    }
  }
}
