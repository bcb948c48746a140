package dev.cutset.cli;

import dev.cutset.analysis.RejectedProofException;
import dev.cutset.analysis.TooEntangledException;
import dev.cutset.config.ConfigurationException;
import dev.cutset.policy.JudgeException;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.SafeText;
import dev.cutset.source.UnreadableInputException;
import java.io.PrintStream;

/** Says what kept a command from its work, and with which exit code it ends. */
final class Failures {
  private final Surroundings surroundings;

  Failures(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  int failed(Exception exception) {
    if (exception instanceof ConfigurationException || exception instanceof WrongUseException) {
      String.valueOf(exception.getMessage()).lines().forEach(this::complain);
      return ExitCode.WRONG_USE;
    }
    if (exception instanceof UnreadableInputException
        || exception instanceof ProgramException
        || exception instanceof NothingToCheckException) {
      complain(String.valueOf(exception.getMessage()));
      return ExitCode.UNREADABLE;
    }
    return atFault(exception);
  }

  int atFault(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      complain("the memory is not enough; nothing was judged; set CUTSET_JAVA_OPTS=-Xmx4g or more");
      return ExitCode.INTERNAL;
    }
    if (fault instanceof JudgeException || fault instanceof TooEntangledException) {
      complain("nothing was judged: " + fault.getMessage());
      return ExitCode.INTERNAL;
    }
    complain(
        (fault instanceof RejectedProofException
                ? String.valueOf(fault.getMessage())
                : "an internal error (" + fault.getClass().getSimpleName() + ")")
            + "; nothing was judged");
    PrintStream err = surroundings.err();
    new FaultReport(fault)
        .write()
        .ifPresent(
            file -> err.println("please report it with `" + file + "`, which holds no input"));
    return ExitCode.INTERNAL;
  }

  void complain(String message) {
    String safe = new SafeText(surroundings.charset()).safe(message);
    surroundings.err().println("cutset: " + safe);
  }
}
