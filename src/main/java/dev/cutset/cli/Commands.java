package dev.cutset.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, with all of their options. */
final class Commands {
  /** picocli refuses anything narrower. */
  private static final int NARROWEST_HELP = 55;

  private final Surroundings surroundings;
  private final Inspector inspector;
  private final Failures failures;

  Commands(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.inspector = inspector;
    this.failures = new Failures(surroundings);
  }

  /** All commands, ready to parse. */
  CommandLine line() {
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
    line.setExecutionExceptionHandler((exception, command, parsed) -> failures.failed(exception));
    return line;
  }

  private int wrongUse(ParameterException exception) {
    CommandSpec spec = exception.getCommandLine().getCommandSpec();
    String message = String.valueOf(exception.getMessage());
    failures.complain(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
    UnmatchedArgumentException.printSuggestions(exception, writer(surroundings.err()));
    surroundings.err().println("see `" + spec.qualifiedName() + " --help`");
    return ExitCode.WRONG_USE;
  }

  private PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, surroundings.charset()), true);
  }
}
