package dev.cutset.cli;

import dev.cutset.catalog.Suggestion;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with arguments that no command takes. */
final class Unmatched {
  /** Of two letters every other option is near. */
  private static final int SHORTEST_TO_GUESS = 4;

  private final CommandSpec command;
  private final List<String> words;

  Unmatched(UnmatchedArgumentException exception) {
    this.command = exception.getCommandLine().getCommandSpec();
    this.words = exception.getUnmatched();
  }

  String message() {
    for (String word : words) {
      if (word.length() > 1 && word.startsWith("-")) {
        return option(word.split("=", 2)[0]);
      }
    }
    String first = words.get(0);
    return command.subcommands().isEmpty() ? tooMany(first) : command(first);
  }

  private String option(String name) {
    List<String> known =
        command.options().stream()
            .flatMap(option -> List.of(option.names()).stream())
            .filter(each -> each.length() >= SHORTEST_TO_GUESS)
            .toList();
    return "unknown option `"
        + name
        + "`"
        + (name.length() < SHORTEST_TO_GUESS ? "" : meant(known, name));
  }

  private String command(String name) {
    return "unknown command `"
        + name
        + "`"
        + meant(List.copyOf(command.subcommands().keySet()), name);
  }

  private String tooMany(String word) {
    String taken =
        command.positionalParameters().stream()
            .map(ArgSpec::paramLabel)
            .collect(Collectors.joining(" "));
    return "`"
        + word
        + "` is one argument too many; `"
        + command.qualifiedName()
        + "` takes "
        + (taken.isEmpty() ? "options only" : "no more than " + taken);
  }

  private static String meant(List<String> known, String word) {
    return Suggestion.nearest(known, word).map(near -> "; did you mean `" + near + "`?").orElse("");
  }
}
