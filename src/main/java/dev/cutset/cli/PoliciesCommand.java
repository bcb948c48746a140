package dev.cutset.cli;

import dev.cutset.catalog.Suggestion;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the policies that come with Cutset. */
@Command(
    name = "policies",
    description = "Shows the policies by which Cutset judges.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "(list | show ID)",
    footerHeading = "%nExamples:%n",
    footer = {"  cutset policies list", "  cutset policies show SPOF-DATABASE"})
final class PoliciesCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  PoliciesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws WrongUseException {
    throw new WrongUseException("say what to do with the policies: `list` or `show ID`");
  }

  @Command(
      name = "list",
      description = "Lists the policies: id, severity, enforcement, title.",
      footerHeading = "%nExamples:%n",
      footer = {"  cutset policies list"},
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int list() {
    List<PolicyInfo> policies = PolicyCatalog.bundled().policies();
    int width = policies.stream().mapToInt(policy -> policy.id().length()).max().orElse(0);
    for (PolicyInfo policy : policies) {
      surroundings
          .out()
          .printf(
              "%-" + width + "s  %-8s  %-9s  %s%n",
              policy.id(),
              policy.severity().word(),
              policy.enforcement().word(),
              policy.title());
    }
    return ExitCode.NOTHING_BLOCKS;
  }

  @Command(
      name = "show",
      description = "Shows one policy: what to avoid, what to prefer, why, and how it decides.",
      footerHeading = "%nExamples:%n",
      footer = {"  cutset policies show SPOF-DATABASE"},
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int show(@Parameters(paramLabel = "ID", description = "The id of a policy.") String id)
      throws WrongUseException {
    PolicyCatalog catalog = PolicyCatalog.bundled();
    PolicyInfo policy = find(catalog, id);
    PrintStream out = surroundings.out();
    out.println(policy.id() + ": " + policy.title());
    out.println(
        "severity "
            + policy.severity().word()
            + ", enforcement "
            + policy.enforcement().word()
            + ", layer "
            + policy.layer());
    out.println();
    out.print(catalog.page(policy));
    return ExitCode.NOTHING_BLOCKS;
  }

  private static PolicyInfo find(PolicyCatalog catalog, String id) throws WrongUseException {
    List<String> ids = catalog.policies().stream().map(PolicyInfo::id).toList();
    return catalog
        .find(id)
        .orElseThrow(
            () ->
                new WrongUseException("unknown policy `" + id + "`; " + Suggestion.among(ids, id)));
  }
}
