package dev.cutset.cli;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Understands the plain forms of {@code cutset check}, which are nearly all that is ever run: a
 * path, and options with a value each. To learn all commands from their annotations, as it takes to
 * understand any form, lasts longer than to check a stack.
 *
 * <p>It takes nothing that it does not understand in full: mistakes, abbreviations, repetitions and
 * whatever else there may be are left to {@link Commands}, as if this were not there.
 */
final class PlainCheck {
  private final CheckCommand command;
  private final Set<String> seen = new HashSet<>();
  private boolean hasPath;

  private PlainCheck(CheckCommand command) {
    this.command = command;
  }

  /** The command that the arguments ask for; empty where that is not plain. */
  static Optional<CheckCommand> of(
      Surroundings surroundings, Inspector inspector, String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("check")) {
      return Optional.empty();
    }
    CheckCommand command = new CheckCommand(surroundings, inspector);
    return new PlainCheck(command).takes(arguments) ? Optional.of(command) : Optional.empty();
  }

  private boolean takes(String... arguments) {
    int at = 1;
    while (at < arguments.length) {
      String argument = arguments[at++];
      boolean taken;
      if (!isOption(argument)) {
        taken = !hasPath && isPlain(argument);
        command.takePath(argument);
        hasPath = true;
      } else if (command.takeFlag(canonical(argument))) {
        taken = seen.add(canonical(argument));
      } else if (argument.startsWith("--") && argument.indexOf('=') > 0) {
        int end = argument.indexOf('=');
        taken = takes(argument.substring(0, end), argument.substring(end + 1));
      } else {
        taken = at < arguments.length && takes(argument, arguments[at++]);
      }
      if (!taken) {
        return false;
      }
    }
    return true;
  }

  private boolean takes(String name, String value) {
    String option = canonical(name);
    return !isOption(value)
        && isPlain(value)
        && (seen.add(option) || CheckCommand.canRepeat(option))
        && command.take(option, value);
  }

  private static boolean isOption(String argument) {
    return argument.startsWith("-") && !argument.equals("-");
  }

  /** An argument with an at-sign in front stands for the arguments in a file. */
  private static boolean isPlain(String value) {
    return !value.isEmpty() && value.charAt(0) != '@' && value.charAt(0) != '"';
  }

  private static String canonical(String name) {
    return switch (name) {
      case "-t" -> "--target";
      case "-c" -> "--config";
      case "-b" -> "--baseline";
      case "-f" -> "--format";
      case "-o" -> "--output";
      case "-r" -> "--report";
      case "-v" -> "--verbose";
      default -> name;
    };
  }
}
