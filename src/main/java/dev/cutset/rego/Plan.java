package dev.cutset.rego;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy: read once, then asked as often as one likes, by any number of threads.
 *
 * <p>It is what {@code opa build -t plan} writes as {@code /plan.json} into a {@link Bundle}. What
 * an evaluation does not come to is never made ready to run.
 */
public final class Plan {
  private static final RegoString RESULT = new RegoString("result");

  private final Map<String, Function> entryPoints = new LinkedHashMap<>();
  private final int functions;

  private Plan(PackedPlan packed) {
    for (Function entryPoint : packed.entryPoints()) {
      entryPoints.put(entryPoint.name(), entryPoint);
    }
    functions = packed.size();
  }

  /**
   * Reads a plan that calls none but the standard builtins.
   *
   * @throws UnsupportedPlanException naming all that the plan needs and that is not there
   */
  public static Plan read(InputStream in) {
    return read(in, Builtins.standard());
  }

  /**
   * Reads a plan that calls none but the standard builtins.
   *
   * @throws UnsupportedPlanException naming all that the plan needs and that is not there
   */
  public static Plan read(byte[] plan) {
    return read(new ByteArrayInputStream(plan));
  }

  /**
   * Reads a plan, as JSON or as {@link PackedPlanWriter} packed it.
   *
   * @throws UnsupportedPlanException naming all that the plan needs and that is not there
   */
  public static Plan read(InputStream in, Builtins builtins) {
    try {
      return new Plan(new PackedPlan(packed(in), builtins));
    } catch (IOException e) {
      throw new UnsupportedPlanException("the plan cannot be read: " + e.getMessage(), List.of());
    } catch (StackOverflowError e) {
      throw new UnsupportedPlanException("the plan is nested too deep for the stack", List.of());
    }
  }

  /** Both forms are run as the packed one. */
  private static byte[] packed(InputStream in) throws IOException {
    byte[] start = in.readNBytes(PackedPlan.MAGIC.length);
    if (start.length == 0 || start[0] != PackedPlan.MAGIC[0]) {
      return PackedPlanWriter.pack(start, in);
    } else if (!Arrays.equals(start, PackedPlan.MAGIC)) {
      throw new UnsupportedPlanException(
          "the plan was packed by another version, pack it again from its JSON", List.of());
    }
    return in.readAllBytes();
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
      query.call(evaluation, new @Nullable RegoValue[] {input, data}, -1);
    } catch (StackOverflowError e) {
      throw new RegoException(
          RegoException.Kind.LIMIT, null, "rules or values are nested too deep for the stack");
    }
    return Optional.ofNullable(
        evaluation.result() instanceof RegoObject bindings ? bindings.get(RESULT) : null);
  }
}
