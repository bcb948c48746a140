package dev.cutset.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Says what to do next, from what lies in the current folder. */
final class Guide {
  private final Path folder;

  Guide(Path folder) {
    this.folder = folder;
  }

  String text() {
    return """
        Cutset finds the single failure that takes a service down, before it is provisioned.

        """
        + here()
        + known()
        + """

        All commands: cutset --help
        """;
  }

  private String here() {
    if (InputFinder.hasPreview(folder)) {
      return "Here is a preview.json" + configured() + ". Next:\n\n  cutset check\n";
    }
    if (InputFinder.isProject(folder)) {
      return "Here is a Pulumi project"
          + configured()
          + ". Next, for a program in Java:\n\n  cutset check\n\nor in any language, with the"
          + " Pulumi CLI:\n\n  cutset check --via pulumi\n";
    }
    if (Files.isDirectory(folder.resolve(".pulumi"))) {
      return "Here is a state of Pulumi's file backend"
          + configured()
          + ". Next:\n\n  cutset check\n";
    }
    return """
        Here is nothing to check. In the folder of a Pulumi project:

          pulumi preview --json > preview.json
          cutset check

        or from a deployed stack:

          pulumi stack export | cutset check -

        or begin with a template:

          cutset new
        """;
  }

  private String known() {
    return Files.exists(folder.resolve(BaselineFile.NAME))
        ? "\nOnly what is new since "
            + BaselineFile.NAME
            + " blocks with:\n\n  cutset check --baseline "
            + BaselineFile.NAME
            + "\n"
        : "";
  }

  private String configured() {
    return Files.exists(folder.resolve(ConfigurationFinder.FILE))
        ? " with a " + ConfigurationFinder.FILE
        : "";
  }
}
