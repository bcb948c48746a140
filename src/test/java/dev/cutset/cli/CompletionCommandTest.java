package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** What real shells complete. */
class CompletionCommandTest {
  /** What bash does when somebody presses Tab at the end of a line. */
  private static final String PRESS_TAB =
      """
      set -u
      compopt() { :; }
      source "$1"; shift
      COMP_WORDS=(cutset "$@") COMP_CWORD=$# COMPREPLY=()
      COMP_LINE="cutset $*" COMP_POINT=${#COMP_LINE}
      [[ $(complete -p cutset) == *_complete_cutset* ]] || exit 1
      _complete_cutset 2>&1
      echo "${COMPREPLY[*]}"
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'ch', 'check chaos'",
    "'check --f', '--fail-on --format'",
    "'check --format ', 'terminal json sarif code-quality junit markdown html'",
    "'check -t r', 'region'",
    "'check --fail-on n', 'never'",
    "'check --via ', 'host pulumi'",
    "'graph -f p', 'png'",
    "'chaos --export c', 'chaos-mesh'",
    "'policies s', 'show schema'",
    "'baseline w', 'write'",
    "'completion ', 'bash zsh fish'"
  })
  void bash_completes(String typed, String completed) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "-c", PRESS_TAB, "bash"));
    command.add(script("bash").toString());
    command.addAll(Arrays.asList(typed.split(" ", -1)));

    String said = OtherTool.says(command.toArray(new String[0])).strip();

    assertThat(said.split(" ")).containsExactlyInAnyOrder(completed.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "'ch', 'chaos check'",
    "'check --format c', 'code-quality'",
    "'check --target r', 'region'",
    "'policies ', 'build library list new schema show test'",
    "'baseline w', 'write'",
    "'completion f', 'fish'"
  })
  void fish_completes(String typed, String completed) throws Exception {
    String said =
        OtherTool.says(
            "fish", "-c", "source " + script("fish") + "; complete -C 'cutset " + typed + "'");

    assertThat(said.lines().map(line -> line.split("\t")[0]).filter(word -> !word.isEmpty()))
        .containsExactlyInAnyOrder(completed.split(" "));
  }

  @Test
  void zsh_takes_the_script() throws Exception {
    String said =
        OtherTool.says(
            "zsh",
            "-f",
            "-c",
            "autoload -U compinit; compinit -u -D; source "
                + script("zsh")
                + "; print $_comps[cutset]");

    assertThat(said).contains("_complete_cutset");
  }

  @Test
  void every_option_that_takes_one_of_a_few_words_completes_them() {
    CommandLine root = new Session(folder).line();
    List<ArgSpec> choices = new ArrayList<>();
    walk(root, choices);

    assertThat(choices).hasSizeGreaterThan(10);
    assertThat(choices)
        .allSatisfy(
            choice -> {
              Words.ConstantWord<?> words = (Words.ConstantWord<?>) choice.converters()[0];
              assertThat(choice.completionCandidates()).containsExactlyElementsOf(words);
              assertThat(words).allSatisfy(word -> assertThat(words.convert(word)).isNotNull());
            });
  }

  private static void walk(CommandLine command, List<ArgSpec> choices) {
    command.getCommandSpec().args().stream()
        .filter(argument -> argument.converters().length == 1)
        .filter(argument -> argument.converters()[0] instanceof Words.ConstantWord)
        .forEach(choices::add);
    new LinkedHashSet<>(command.getSubcommands().values()).forEach(inner -> walk(inner, choices));
  }

  private Path script(String shell) throws IOException {
    Session.Result result = new Session(folder).run("completion", shell);
    assertThat(result.code()).isZero();
    return Files.writeString(folder.resolve("cutset." + shell), result.out());
  }
}
