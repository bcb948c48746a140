package dev.cutset.pulumi.guest;

import java.lang.StackWalker.StackFrame;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Slows down a program that waits for itself. Pulumi's Java SDK asks without pause whether the
 * program is done, and each time puts all that is not into words, for a log that nobody keeps: one
 * processor does nothing else. It hands these words to a logger, and that is where it can be made
 * to pause. Everything is logged as it would be.
 */
public final class PatientLogging extends LogManager {
  private static final String ASKING = "com.pulumi.deployment.internal.DeploymentImpl";
  private static final String QUESTION = "Remaining tasks";

  /** Made by the JVM, which is told the name of this class. */
  public PatientLogging() {}

  @Override
  public @Nullable Logger getLogger(String name) {
    Logger known = super.getLogger(name);
    if (known == null && name.equals(ASKING)) {
      addLogger(new Patient(name));
      return super.getLogger(name);
    }
    return known;
  }

  /** Lets whoever asks rest a few times as long as the question took to ask. */
  private static final class Patient extends Logger {
    private static final Set<String> LOGGERS =
        Set.of(Patient.class.getName(), Logger.class.getName());
    private static final int REST = 4;
    private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long MOST = TimeUnit.MILLISECONDS.toNanos(50);

    private volatile long rested = System.nanoTime();

    Patient(String name) {
      super(name, null);
    }

    @Override
    public void log(Level level, String message) {
      if (level.equals(Level.FINEST) && message.startsWith(QUESTION)) {
        long asking = System.nanoTime() - rested;
        LockSupport.parkNanos(Math.min(MOST, Math.max(LEAST, REST * asking)));
        rested = System.nanoTime();
      }
      if (isLoggable(level)) {
        // Else this class would be named as the one that logs.
        StackFrame caller = StackWalker.getInstance().walk(Patient::caller);
        logp(level, caller.getClassName(), caller.getMethodName(), message);
      }
    }

    private static StackFrame caller(Stream<StackFrame> frames) {
      return frames
          .filter(frame -> !LOGGERS.contains(frame.getClassName()))
          .findFirst()
          .orElseThrow();
    }
  }
}
