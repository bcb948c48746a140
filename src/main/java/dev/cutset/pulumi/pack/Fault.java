package dev.cutset.pulumi.pack;

import dev.cutset.analysis.RejectedProofException;
import dev.cutset.config.ConfigurationException;
import dev.cutset.policy.JudgeException;
import dev.cutset.policy.own.OwnPolicyException;
import dev.cutset.report.ViolationText;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the engine that something went wrong, so that the gate stays shut. */
final class Fault {
  private Fault() {}

  /**
   * What the engine shows.
   *
   * @param stage what was being done
   */
  static StatusRuntimeException status(String stage, Throwable thrown, Log log) {
    Throwable cause = unwrapped(thrown);
    if (cause instanceof StatusRuntimeException told) {
      return told;
    }
    if (cause instanceof ConfigurationException mistakes) {
      return Status.INVALID_ARGUMENT
          .withDescription("Cutset is configured wrongly:\n" + lines(mistakes.getMessage()))
          .asRuntimeException();
    }
    if (cause instanceof OwnPolicyException) {
      return Status.INVALID_ARGUMENT
          .withDescription("Policies cannot be used as they are: " + lines(cause.getMessage()))
          .asRuntimeException();
    }
    if (cause instanceof UnreadableRequestException) {
      return Status.INVALID_ARGUMENT
          .withDescription("Nothing was judged and nothing passes: " + lines(cause.getMessage()))
          .asRuntimeException();
    }
    log.debug(trace(stage, cause));
    return Status.INTERNAL
        .withDescription(
            "Cutset failed while "
                + lines(stage)
                + ", so nothing was judged and nothing passes: "
                + lines(description(cause)))
        .asRuntimeException();
  }

  /** The engine shows it as it is, and a terminal would obey it. */
  private static String lines(@Nullable String message) {
    ViolationText text = new ViolationText();
    return String.valueOf(message).lines().map(text::safe).collect(Collectors.joining("\n"));
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Only our own messages are shown: others can quote what was read, and that can be secret. */
  private static String description(Throwable cause) {
    if (cause instanceof JudgeException) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof RejectedProofException rejected) {
      return "what it found was rejected by its own checker, about "
          + rejected.place()
          + "; please report it, with what `--debug` shows";
    }
    if (cause instanceof OutOfMemoryError) {
      return "the memory is not enough; set CUTSET_JAVA_OPTS=-Xmx4g or more";
    }
    StackTraceElement[] frames = cause.getStackTrace();
    return cause.getClass().getName()
        + (frames.length == 0 ? "" : " at " + frames[0])
        + "; please report it, with what `--debug` shows";
  }

  private static String trace(String stage, Throwable cause) {
    StringBuilder text = new StringBuilder("failed while ").append(stage);
    for (Throwable part = cause; part != null; part = part.getCause()) {
      text.append(", ").append(part.getClass().getName());
      for (StackTraceElement frame : part.getStackTrace()) {
        text.append(" at ").append(frame);
      }
    }
    return text.toString();
  }
}
