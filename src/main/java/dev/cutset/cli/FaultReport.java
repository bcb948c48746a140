package dev.cutset.cli;

import dev.cutset.analysis.RejectedProofException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to send to whoever maintains Cutset when it is at fault.
 *
 * <p>It names classes and lines of code but quotes no message: messages can hold what was read, and
 * what was read can hold secrets.
 */
final class FaultReport {
  private static final int DEEPEST = 60;

  private final Throwable fault;

  FaultReport(Throwable fault) {
    this.fault = fault;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("cutset ").append(Version.text()).append('\n');
    for (String property : new String[] {"java.vm.name", "java.version", "os.name", "os.arch"}) {
      text.append(property).append(' ').append(System.getProperty(property)).append('\n');
    }
    Throwable part = fault;
    for (int i = 0; i < DEEPEST && part != null; i++) {
      text.append('\n').append(part.getClass().getName()).append('\n');
      if (part instanceof RejectedProofException rejected) {
        text.append("  about ").append(rejected.place()).append('\n');
      }
      StackTraceElement[] frames = part.getStackTrace();
      for (int frame = 0; frame < Math.min(DEEPEST, frames.length); frame++) {
        text.append("  at ").append(frames[frame]).append('\n');
      }
      part = part.getCause();
    }
    return text.toString();
  }

  /** Writes it where temporary files go; empty when that fails too. */
  Optional<Path> write() {
    try {
      Path file = Files.createTempFile("cutset-fault-", ".txt");
      Files.writeString(file, text());
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
