package dev.cutset.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what makes a shell complete the command line. */
@Command(
    name = "completion",
    description = "Writes the script that makes a shell complete commands, options and values.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(cutset completion bash)",
      "  cutset completion bash > ~/.local/share/bash-completion/completions/cutset",
      "  cutset completion zsh > ~/.cutset-completion && echo '. ~/.cutset-completion' >> ~/.zshrc",
      "  cutset completion fish > ~/.config/fish/completions/cutset.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "bash|zsh|fish",
      converter = Shell.Word.class,
      completionCandidates = Shell.Word.class,
      description = "The shell to write it for.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The shells that can be told. */
  enum Shell {
    BASH,
    ZSH,
    FISH;

    /** Reads it from its word. */
    static final class Word extends Words.ConstantWord<Shell> {
      Word() {
        super(values());
      }
    }
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    surroundings
        .out()
        .print(
            switch (shell) {
              // One script for both: it loads what zsh has to run completions of bash.
              case BASH, ZSH -> AutoComplete.bash(root.getCommandName(), root);
              case FISH -> new FishCompletion(root).script();
            });
    return ExitCode.NOTHING_BLOCKS;
  }
}
