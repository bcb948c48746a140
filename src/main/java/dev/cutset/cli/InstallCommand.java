package dev.cutset.cli;

import dev.cutset.pulumi.install.PackInstallation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the policy pack where every project finds it. */
@Command(
    name = "install",
    description = "Puts the policy pack for `pulumi preview` where every project finds it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset install                       into the folder cutset of your Pulumi home",
      "  cutset install --to /opt/cutset      somewhere else, such as in an image for CI"
    })
final class InstallCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where to; `cutset` in PULUMI_HOME or ~/.pulumi when left out.")
  private Optional<String> to = Optional.empty();

  InstallCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws WrongUseException {
    Path folder = folder().toAbsolutePath().normalize();
    PackInstallation installation =
        PackInstallation.ofThisProcess()
            .orElseThrow(
                () ->
                    new WrongUseException(
                        "there is no jar to install; run the `cutset` of a checkout, which builds"
                            + " one"));
    try {
      if (!PackInstallation.suits(folder)) {
        throw new WrongUseException(
            "`"
                + folder
                + "` holds something else; name a new folder, as in `cutset install --to "
                + folder.resolve("cutset")
                + "`");
      }
      installation.into(folder);
    } catch (IOException e) {
      throw new WrongUseException(
          "`"
              + folder
              + "` cannot be written: "
              + reason(e)
              + "; name a folder that you may write to, with --to");
    }
    say(folder);
    return ExitCode.NOTHING_BLOCKS;
  }

  private Path folder() {
    return to.map(surroundings::resolve)
        .orElseGet(
            () ->
                variable("PULUMI_HOME")
                    .map(surroundings::resolve)
                    .orElseGet(() -> home().resolve(".pulumi"))
                    .resolve("cutset"));
  }

  private Path home() {
    return Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(surroundings.environment().get(name))
        .filter(text -> !text.isEmpty());
  }

  private void say(Path folder) {
    PrintStream out = surroundings.out();
    String pack = shell(folder);
    out.println("The policy pack is in `" + folder + "`.");
    out.println();
    out.println("Next, in the folder of any Pulumi project:");
    out.println();
    out.println("  pulumi preview --policy-pack " + pack);
    out.println();
    out.println("Or for every preview and update of this shell:");
    out.println();
    out.println("  export PULUMI_OPTION_POLICY_PACK=" + pack);
  }

  /** As a person would type it. */
  private String shell(Path folder) {
    Path home = home().toAbsolutePath().normalize();
    return folder.startsWith(home) && !folder.equals(home)
        ? "~/" + NextSteps.quoted(home.relativize(folder).toString())
        : NextSteps.quoted(folder.toString());
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for `" + denied.getFile() + "`";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return "`" + exists.getFile() + "` is a file";
    }
    return String.valueOf(e.getMessage());
  }
}
