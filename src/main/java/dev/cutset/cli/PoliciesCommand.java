package dev.cutset.cli;

import dev.cutset.catalog.Suggestion;
import dev.cutset.config.ConfigurationException;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the policies, and helps with those of a team's own. */
@Command(
    name = "policies",
    description = "Shows the policies by which Cutset judges, and helps to write others.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "(list | show ID | new ID | test | build | schema | library)",
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset policies list",
      "  cutset policies show SPOF-DATABASE",
      "  cutset policies new ACME-OWNER         a policy of your own, to begin with",
      "  cutset policies test                   runs the tests of the folder policies",
      "  cutset policies build -o rules.tar.gz  compiles it for where there is no opa"
    })
final class PoliciesCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  PoliciesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The command with those under it. */
  static CommandLine line(Surroundings surroundings) {
    return new CommandLine(new PoliciesCommand(surroundings))
        .addSubcommand(new PolicyNewCommand(surroundings))
        .addSubcommand(new PolicyTestCommand(surroundings))
        .addSubcommand(new PolicyBuildCommand(surroundings))
        .addSubcommand(new PolicySchemaCommand(surroundings))
        .addSubcommand(new PolicyLibraryCommand(surroundings));
  }

  @Override
  public Integer call() throws WrongUseException {
    throw new WrongUseException(
        "say what to do with the policies: `list`, `show ID`, `new ID`, `test`, `build`, `schema`"
            + " or `library`");
  }

  @Command(
      name = "list",
      description = "Lists the policies: id, severity, enforcement, title.",
      footerHeading = "%nExamples:%n",
      footer = {"  cutset policies list"},
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int list(@Mixin JudgeOptions judge) throws ConfigurationException, WrongUseException {
    List<PolicyInfo> policies = catalog(judge).policies();
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
  int show(
      @Parameters(paramLabel = "ID", description = "The id of a policy.") String id,
      @Mixin JudgeOptions judge)
      throws ConfigurationException, WrongUseException {
    PolicyCatalog catalog = catalog(judge);
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

  /** Those that come with Cutset, those named, and those that the configuration here names. */
  private PolicyCatalog catalog(JudgeOptions judge)
      throws ConfigurationException, WrongUseException {
    return new ConfigurationFinder(surroundings).policies(judge).catalog();
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
