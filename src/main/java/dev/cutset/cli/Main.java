package dev.cutset.cli;

import dev.cutset.config.ConfigurationException;
import dev.cutset.policy.JudgeException;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.SafeText;
import dev.cutset.source.UnreadableInputException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: takes arguments, gives an exit code. */
public final class Main {
  /** picocli refuses anything narrower. */
  private static final int NARROWEST_HELP = 55;

  private final Surroundings surroundings;
  private final Inspector inspector;

  Main(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.inspector = inspector;
  }

  /** The command line over what comes with Cutset. */
  public Main(Surroundings surroundings) {
    this(surroundings, new BundledInspector());
  }

  public static void main(String[] arguments) {
    System.exit(new Main(Surroundings.ofProcess()).run(arguments));
  }

  /** Does what the arguments say, and returns the exit code. */
  public int run(String... arguments) {
    int code;
    try {
      code = commandLine().execute(arguments);
    } catch (RuntimeException | Error e) {
      // Whatever it is: left to the JVM it would end with 1, which says that a stack is refused.
      code = atFault(e);
    }
    surroundings.out().flush();
    if (surroundings.out().checkError()) {
      complain("not all of the output could be written");
      return ExitCode.INTERNAL;
    }
    return code;
  }

  /** All commands, ready to parse. */
  CommandLine commandLine() {
    CommandLine line = new CommandLine(new CutsetCommand(surroundings));
    line.addSubcommand(new CheckCommand(surroundings, inspector));
    line.addSubcommand(new FixCommand(surroundings, inspector));
    line.addSubcommand(new ChaosCommand(surroundings, inspector));
    line.addSubcommand(new AvailabilityCommand(surroundings, inspector));
    line.addSubcommand(new ExplainCommand(surroundings, inspector));
    line.addSubcommand(new DiffCommand(surroundings, inspector));
    line.addSubcommand(new BaselineCommand(surroundings, inspector));
    line.addSubcommand(PoliciesCommand.line(surroundings));
    line.addSubcommand(new FactsCommand(surroundings, inspector));
    line.addSubcommand(new GraphCommand(surroundings, inspector));
    line.addSubcommand(new NewCommand(surroundings));
    line.addSubcommand(new InstallCommand(surroundings));
    line.addSubcommand(new CompletionCommand(surroundings));
    line.addSubcommand(new ManCommand(surroundings));
    line.setOut(writer(surroundings.out()));
    line.setErr(writer(surroundings.err()));
    line.setUsageHelpWidth(Math.max(NARROWEST_HELP, surroundings.width()));
    line.setColorScheme(
        Help.defaultColorScheme(surroundings.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setParameterExceptionHandler((exception, args) -> wrongUse(exception));
    line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception));
    return line;
  }

  private int wrongUse(ParameterException exception) {
    CommandSpec spec = exception.getCommandLine().getCommandSpec();
    String message = String.valueOf(exception.getMessage());
    complain(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
    UnmatchedArgumentException.printSuggestions(exception, writer(surroundings.err()));
    surroundings.err().println("see `" + spec.qualifiedName() + " --help`");
    return ExitCode.WRONG_USE;
  }

  private int failed(Exception exception) {
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
    if (exception instanceof JudgeException) {
      complain("nothing was judged: " + exception.getMessage());
      return ExitCode.INTERNAL;
    }
    return atFault(exception);
  }

  private int atFault(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      complain("the memory is not enough; nothing was judged; set CUTSET_JAVA_OPTS=-Xmx4g or more");
      return ExitCode.INTERNAL;
    }
    complain("an internal error (" + fault.getClass().getSimpleName() + "); nothing was judged");
    PrintStream err = surroundings.err();
    new FaultReport(fault)
        .write()
        .ifPresent(
            file -> err.println("please report it with `" + file + "`, which holds no input"));
    return ExitCode.INTERNAL;
  }

  private PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, surroundings.charset()), true);
  }

  private void complain(String message) {
    String safe = new SafeText(surroundings.charset()).safe(message);
    surroundings.err().println("cutset: " + safe);
  }
}
