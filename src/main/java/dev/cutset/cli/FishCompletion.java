package dev.cutset.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command line as fish wants to be told of it: a line for all that can come next. */
final class FishCompletion {
  private final CommandLine root;
  private final StringBuilder script = new StringBuilder();

  FishCompletion(CommandLine root) {
    this.root = root;
  }

  String script() {
    add(root, List.of());
    return script.toString();
  }

  private void add(CommandLine command, List<String> path) {
    String here = condition(command, path);
    Set<CommandLine> inner = new LinkedHashSet<>(command.getSubcommands().values());
    for (CommandLine each : inner) {
      line(here, "-f -a " + each.getCommandName() + description(first(each)));
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      line(here, option(option));
    }
    for (PositionalParamSpec positional : command.getCommandSpec().positionalParameters()) {
      String words = words(positional.completionCandidates());
      if (!words.isEmpty()) {
        line(here, "-f -a " + quoted(words));
      }
    }
    for (CommandLine each : inner) {
      List<String> longer = new ArrayList<>(path);
      longer.add(each.getCommandName());
      add(each, longer);
    }
  }

  private String condition(CommandLine command, List<String> path) {
    String inner =
        command.getSubcommands().keySet().stream()
            .map(name -> "; and not __fish_seen_subcommand_from " + name)
            .collect(Collectors.joining());
    String outer =
        path.stream()
            .map(name -> "__fish_seen_subcommand_from " + name)
            .collect(Collectors.joining("; and "));
    return outer.isEmpty() ? "__fish_use_subcommand" : outer + inner;
  }

  private static String option(OptionSpec option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      String words = words(option.completionCandidates());
      text.append(words.isEmpty() ? " -r" : " -x -a " + quoted(words));
    }
    return text.substring(1) + description(String.join(" ", option.description()));
  }

  private static String words(Iterable<String> candidates) {
    List<String> words = new ArrayList<>();
    if (candidates != null) {
      candidates.forEach(words::add);
    }
    return String.join(" ", words);
  }

  private static String first(CommandLine command) {
    return String.join(" ", command.getCommandSpec().usageMessage().description());
  }

  private static String description(String text) {
    int end = text.indexOf(". ");
    String sentence = end < 0 ? text : text.substring(0, end);
    return sentence.isEmpty() ? "" : " -d " + quoted(sentence);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void line(String condition, String rest) {
    script
        .append("complete -c ")
        .append(root.getCommandName())
        .append(" -n ")
        .append(quoted(condition))
        .append(' ')
        .append(rest)
        .append('\n');
  }
}
