package dev.cutset.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, with all of their options. */
final class Commands {
  /** picocli refuses anything narrower. */
  private static final int NARROWEST_HELP = 55;

  /** They tell of all commands. */
  private static final Set<String> OF_ALL = Set.of("completion", "man");

  private static final Set<String> OF_NONE = Set.of("--version", "-V");

  private final Surroundings surroundings;
  private final Inspector inspector;
  private final Failures failures;

  Commands(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.inspector = inspector;
    this.failures = new Failures(surroundings);
  }

  /**
   * What it takes to parse these arguments, since to learn all commands from their annotations
   * lasts longer than to check a stack: the one that they begin with; all, where they begin with
   * none.
   */
  CommandLine line(String... arguments) {
    CommandLine line = new CommandLine(new CutsetCommand(surroundings));
    Map<String, Supplier<Object>> all = all();
    all.forEach(
        (name, command) -> {
          if (isWanted(name, all.keySet(), arguments)) {
            line.addSubcommand(command.get());
          }
        });
    line.setOut(writer(surroundings.out()));
    line.setErr(writer(surroundings.err()));
    line.setUsageHelpWidth(Math.max(NARROWEST_HELP, surroundings.width()));
    line.setColorScheme(
        Help.defaultColorScheme(surroundings.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setParameterExceptionHandler((exception, args) -> wrongUse(exception));
    line.setExecutionExceptionHandler((exception, command, parsed) -> failures.failed(exception));
    return line;
  }

  private Map<String, Supplier<Object>> all() {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("check", () -> new CheckCommand(surroundings, inspector));
    all.put("fix", () -> new FixCommand(surroundings, inspector));
    all.put("chaos", () -> new ChaosCommand(surroundings, inspector));
    all.put("availability", () -> new AvailabilityCommand(surroundings, inspector));
    all.put("explain", () -> new ExplainCommand(surroundings, inspector));
    all.put("diff", () -> new DiffCommand(surroundings, inspector));
    all.put("baseline", () -> new BaselineCommand(surroundings, inspector));
    all.put("policies", () -> PoliciesCommand.line(surroundings));
    all.put("facts", () -> new FactsCommand(surroundings, inspector));
    all.put("graph", () -> new GraphCommand(surroundings, inspector));
    all.put("new", () -> new NewCommand(surroundings));
    all.put("install", () -> new InstallCommand(surroundings));
    all.put("completion", () -> new CompletionCommand(surroundings));
    all.put("man", () -> new ManCommand(surroundings));
    return all;
  }

  private static boolean isWanted(String name, Set<String> all, String... arguments) {
    if (arguments.length == 0) {
      return true;
    }
    String first = arguments[0];
    if (OF_NONE.contains(first)) {
      return arguments.length > 1;
    }
    return name.equals(first) || !all.contains(first) || OF_ALL.contains(first);
  }

  private int wrongUse(ParameterException exception) {
    CommandSpec spec = exception.getCommandLine().getCommandSpec();
    String message =
        exception instanceof UnmatchedArgumentException unmatched
            ? new Unmatched(unmatched).message()
            : String.valueOf(exception.getMessage());
    failures.complain(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
    surroundings.err().println("see `" + spec.qualifiedName() + " --help`");
    return ExitCode.WRONG_USE;
  }

  private PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, surroundings.charset()), true);
  }
}
