package dev.cutset.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command that holds all others; alone it says what to do here and now. */
@Command(
    name = "cutset",
    description = "Finds the single failure that takes a service down, before it is provisioned.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset check preview.json               what takes this stack down?",
      "  cutset fix preview.json                 which properties mend it?",
      "  cutset chaos preview.json               what stays up when something goes?",
      "  cutset availability preview.json        how much of the time is it down?",
      "  cutset explain preview.json database    why, and what stays up without it?",
      "  cutset diff old.json new.json           what does a change bring?",
      "  cutset policies list                    what is looked for?",
      "  cutset graph preview.json               what does Cutset see in it?",
      "  cutset new multi-az-web shop            a project to start from",
      "  cutset man | man -l -                   all of it on one page"
    })
final class CutsetCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  CutsetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().print(new Guide(new WorkingFolder(surroundings.folder())).text());
    return ExitCode.NOTHING_BLOCKS;
  }
}
