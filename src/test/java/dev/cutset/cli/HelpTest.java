package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The help of each command, found by walking all of them. */
class HelpTest {

  /** The command lines in the examples of a command. */
  private static List<List<String>> examples(CommandLine command) {
    return Arrays.stream(command.getCommandSpec().usageMessage().footer())
        // Words beside an example stand apart from it.
        .map(line -> line.strip().split(" {2,}")[0])
        // What a shell takes apart.
        .flatMap(line -> Arrays.stream(line.split("&&|\\||<\\(|\\)")))
        .map(part -> part.split(" > ")[0].strip())
        .filter(part -> part.startsWith("cutset "))
        .map(part -> List.of(part.substring("cutset ".length()).split(" ")))
        .toList();
  }

  private static CommandLine root() {
    return new Session(Path.of("")).line();
  }

  static Stream<String> commands() {
    List<String> names = new ArrayList<>();
    walk(root(), names);
    return names.stream();
  }

  private static void walk(CommandLine command, List<String> names) {
    names.add(command.getCommandSpec().qualifiedName());
    new LinkedHashSet<>(command.getSubcommands().values()).forEach(inner -> walk(inner, names));
  }

  private static CommandLine find(String qualifiedName) {
    CommandLine command = root();
    String[] names = qualifiedName.split(" ");
    for (int i = 1; i < names.length; i++) {
      command = command.getSubcommands().get(names[i]);
    }
    return command;
  }

  @Test
  void all_commands_are_looked_at() {
    assertThat(commands())
        .contains("cutset", "cutset check", "cutset baseline write", "cutset completion");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_shows_examples(String name) {
    List<String> arguments = new ArrayList<>(List.of(name.split(" ")));
    arguments.remove(0);
    arguments.add("--help");

    Session.Result result = new Session(Path.of("")).run(arguments.toArray(new String[0]));

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("Usage: " + name).contains("\nExamples:\n");
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void an_example_is_a_command_line_that_can_be_given(String name) {
    List<String> shown = new ArrayList<>();
    for (List<String> example : examples(find(name))) {
      ParseResult parsed = root().parseArgs(example.toArray(new String[0]));
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
        shown.add(parsed.commandSpec().qualifiedName());
      }
    }

    // Of the whole, its commands are examples.
    assertThat(shown).anyMatch(command -> command.equals(name) || name.equals("cutset"));
  }
}
