package dev.cutset.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the manual page. */
@Command(
    name = "man",
    description = "Writes the manual page: all commands, options, exit codes and examples.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset man | man -l -",
      "  cutset man > ~/.local/share/man/man1/cutset.1 && man cutset"
    })
final class ManCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  ManCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().print(new ManPage(spec.root().commandLine(), Version.text()).text());
    return ExitCode.NOTHING_BLOCKS;
  }
}
