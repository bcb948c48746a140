package dev.cutset.policy.own;

import dev.cutset.policy.own.Opa.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks a team's own policies, and runs their tests. */
public final class PolicyTests {
  private final Map<String, String> environment;

  public PolicyTests(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * What came of it.
   *
   * @param passed whether all is well
   * @param said what the tool says, for people
   */
  public record Result(boolean passed, String said) {}

  /** Checks the Rego in a folder against the schema of what it is told, and then tests it. */
  public Result run(Path folder) throws OwnPolicyException {
    PolicyFolder policies = PolicyFolder.read(folder);
    if (!policies.hasTests()) {
      throw new OwnPolicyException(
          "`"
              + folder
              + "` has no tests; write some into a file `policy_test.rego` beside a policy");
    }
    Opa opa =
        Opa.in(environment)
            .orElseThrow(
                () ->
                    new OwnPolicyException(
                        "there is no `opa` on PATH to run the tests; install opa"
                            + " (openpolicyagent.org)"));
    List<SourceFile> library = new ArrayList<>(PolicyLibrary.rules());
    library.add(PolicyLibrary.fixtures());
    library.add(new SourceFile(PolicyLibrary.SCHEMA, PolicyLibrary.schema()));
    try (Workplace place = Workplace.of(policies.files(), library)) {
      Path schemas = Path.of(Workplace.LIBRARY, "schemas");
      Outcome check =
          opa.run(
              place.folder(), List.of("check", "--bundle", "--strict", "--schema=" + schemas, "."));
      Outcome outcome =
          check.succeeded()
              ? opa.run(place.folder(), List.of("test", "--bundle", "--timeout=120s", "."))
              : check;
      return new Result(outcome.succeeded(), PolicyCompiler.located(folder, outcome.said()));
    }
  }
}
