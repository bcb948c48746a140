package dev.cutset.cli;

import java.util.Arrays;
import java.util.Optional;

/** The command line: takes arguments, gives an exit code. */
public final class Main {
  private final Surroundings surroundings;
  private final Inspector inspector;
  private final Failures failures;

  Main(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.inspector = inspector;
    this.failures = new Failures(surroundings);
  }

  /** The command line over what comes with Cutset. */
  public Main(Surroundings surroundings) {
    this(surroundings, new BundledInspector());
  }

  /**
   * Does what the arguments say, and ends the process.
   *
   * <p>It halts: all output is flushed, and nobody waits for a hook. To exit, newer JVMs set up
   * their logging first, which takes a fifth of a short run.
   */
  public static void main(String[] arguments) {
    int code = new Main(Surroundings.ofProcess()).run(arguments);
    Runtime.getRuntime().halt(code);
  }

  /** Does what the arguments say, and returns the exit code. */
  public int run(String... arguments) {
    int code;
    try {
      Optional<CheckCommand> plain = PlainCheck.of(surroundings, inspector, arguments);
      code = plain.isPresent() ? called(plain.get()) : executed(arguments);
    } catch (RuntimeException | Error e) {
      // Whatever it is: left to the JVM it would end with 1, which says that a stack is refused.
      code = failures.atFault(e);
    }
    surroundings.out().flush();
    if (surroundings.out().checkError()) {
      failures.complain("not all of the output could be written");
      return ExitCode.INTERNAL;
    }
    return code;
  }

  private int executed(String... arguments) {
    String[] asked = helped(arguments);
    return new Commands(surroundings, inspector).line(asked).execute(asked);
  }

  /** Other tools have a command for it: {@code help check} is {@code check --help}. */
  private static String[] helped(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    String[] asked = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
    asked[asked.length - 1] = "--help";
    return asked;
  }

  private int called(CheckCommand command) {
    try {
      return command.call();
    } catch (Exception e) {
      return failures.failed(e);
    }
  }
}
