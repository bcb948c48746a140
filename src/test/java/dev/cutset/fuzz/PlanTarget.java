package dev.cutset.fuzz;

import dev.cutset.rego.EvaluationOptions;
import dev.cutset.rego.Plan;
import dev.cutset.rego.RegoException;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.UnsupportedPlanException;
import java.time.Duration;

/** Plans that `opa build` could have made: read, and asked for all that they answer. */
public final class PlanTarget {
  private static final EvaluationOptions OPTIONS =
      EvaluationOptions.standard().withTimeLimit(Duration.ofSeconds(1)).withMaxValues(100_000);
  private static final RegoValue INPUT =
      RegoValue.parse("{\"a\": [1, \"x\", null, {\"b\": true}], \"findings\": {\"a\": 2.5}}");

  private PlanTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Plan plan;
    try {
      plan = Plan.read(input);
    } catch (UnsupportedPlanException refused) {
      return;
    }
    for (String entryPoint : plan.entryPoints()) {
      try {
        plan.evaluate(entryPoint, INPUT, RegoObject.EMPTY, OPTIONS);
      } catch (RegoException noAnswer) {
        // That is its way to say so.
      }
    }
  }
}
