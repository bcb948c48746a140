package dev.cutset.rego;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy: read once, then asked as often as one likes, by any number of threads.
 *
 * <p>It is what {@code opa build -t plan} writes as {@code /plan.json} into a {@link Bundle}.
 */
public final class Plan {
  private static final RegoString RESULT = new RegoString("result");

  private final Map<String, Function> entryPoints;
  private final int functions;

  private Plan(Map<String, Function> entryPoints, int functions) {
    this.entryPoints = entryPoints;
    this.functions = functions;
  }

  /**
   * Reads a plan that calls none but the standard builtins.
   *
   * @throws UnsupportedPlanException naming all that the plan needs and that is not there
   */
  public static Plan read(InputStream json) {
    return read(json, Builtins.standard());
  }

  /**
   * Reads a plan that calls none but the standard builtins.
   *
   * @throws UnsupportedPlanException naming all that the plan needs and that is not there
   */
  public static Plan read(byte[] json) {
    return read(new ByteArrayInputStream(json));
  }

  /**
   * Reads a plan.
   *
   * @throws UnsupportedPlanException naming all that the plan needs and that is not there
   */
  public static Plan read(InputStream json, Builtins builtins) {
    try {
      RawPlan raw = PlanReader.read(json);
      Map<String, Function> entryPoints = new PlanCompiler(raw, builtins).compile();
      return new Plan(entryPoints, raw.functions().size() + entryPoints.size());
    } catch (StackOverflowError e) {
      throw new UnsupportedPlanException("the plan is nested too deep for the stack", List.of());
    }
  }

  /** What can be asked: the names given to {@code opa build -e}. */
  public List<String> entryPoints() {
    return List.copyOf(entryPoints.keySet());
  }

  /**
   * The value of an entry point, or empty when it is undefined.
   *
   * @param input the input document; null for none
   * @throws RegoException when rules conflict
   */
  public Optional<RegoValue> evaluate(
      String entryPoint, @Nullable RegoValue input, RegoValue data) {
    return evaluate(entryPoint, input, data, EvaluationOptions.standard());
  }

  /**
   * The value of an entry point, or empty when it is undefined.
   *
   * @param input the input document; null for none
   * @throws RegoException when rules conflict, a limit is passed, or a builtin fails and the
   *     options are strict
   */
  public Optional<RegoValue> evaluate(
      String entryPoint, @Nullable RegoValue input, RegoValue data, EvaluationOptions options) {
    Function query = entryPoints.get(entryPoint);
    if (query == null) {
      throw new UnsupportedPlanException(
          "the plan has no entry point `" + entryPoint + "`, only " + entryPoints.keySet(),
          List.of(entryPoint));
    }
    Evaluation evaluation = new Evaluation(options, functions);
    try {
      query.call(evaluation, new @Nullable RegoValue[] {input, data}, null);
    } catch (StackOverflowError e) {
      throw new RegoException(
          RegoException.Kind.LIMIT, null, "rules or values are nested too deep for the stack");
    }
    return Optional.ofNullable(
        evaluation.result() instanceof RegoObject bindings ? bindings.get(RESULT) : null);
  }
}
