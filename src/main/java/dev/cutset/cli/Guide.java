package dev.cutset.cli;

import java.util.List;
import java.util.Optional;

/** Says what to do next, from what lies in the current folder. */
final class Guide {
  private static final String STATE = "terraform.tfstate";

  private final WorkingFolder folder;

  Guide(WorkingFolder folder) {
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
    if (folder.isJavaProject()) {
      return there("a Pulumi project in Java", "cutset check")
          + "\nThe program is run here, without the Pulumi CLI and without an account.\n";
    }
    if (folder.hasPreview()) {
      return there("a preview.json", "cutset check");
    }
    if (folder.isProject()) {
      return there("a Pulumi project", "pulumi preview --json > preview.json", "cutset check")
          + "\nor both in one:\n\n  cutset check --via pulumi\n";
    }
    if (folder.hasState()) {
      return there("a state of Pulumi's file backend", "cutset check");
    }
    Optional<String> stack = folder.stackFile();
    if (stack.isPresent()) {
      return there("a stack in " + stack.get(), "cutset check " + NextSteps.quoted(stack.get()));
    }
    return folder.terraform().map(this::terraform).orElse(NOTHING);
  }

  private String terraform(String command) {
    String language = command.equals("tofu") ? "OpenTofu" : "Terraform";
    String show = command + " show -json ";
    Optional<String> plan = folder.sealedPlan();
    if (plan.isPresent()) {
      return there(
          "a plan of " + language,
          show + NextSteps.quoted(plan.get()) + " > plan.json",
          "cutset check plan.json");
    }
    return there(
            "code of " + language + " without a plan",
            command + " plan -out plan.bin && " + show + "plan.bin > plan.json",
            "cutset check plan.json")
        + standing();
  }

  private String standing() {
    return folder.has(STATE)
        ? "\nor, of what stands already:\n\n  cutset check " + STATE + "\n"
        : "";
  }

  private String there(String what, String... commands) {
    return "Here is "
        + what
        + configured()
        + ". Next:\n\n"
        + String.join("", List.of(commands).stream().map(each -> "  " + each + "\n").toList());
  }

  private static final String NOTHING =
      """
      Here is nothing to check. In the folder of a Pulumi project in Java:

        cutset check

      of one in another language:

        pulumi preview --json > preview.json
        cutset check

      of Terraform or OpenTofu:

        terraform plan -out plan.bin && terraform show -json plan.bin > plan.json
        cutset check plan.json

      from a deployed stack:

        pulumi stack export | cutset check -

      or begin with a template:

        cutset new
      """;

  private String known() {
    return folder.has(BaselineFile.NAME)
        ? "\nOnly what is new since "
            + BaselineFile.NAME
            + " blocks with:\n\n  cutset check --baseline "
            + BaselineFile.NAME
            + "\n"
        : "";
  }

  private String configured() {
    return folder.has(ConfigurationFinder.FILE) ? " with a " + ConfigurationFinder.FILE : "";
  }
}
