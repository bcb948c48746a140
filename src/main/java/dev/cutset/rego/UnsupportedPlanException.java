package dev.cutset.rego;

import java.util.ArrayList;
import java.util.List;

/** A plan that asks for something the evaluator lacks, or that is no plan. */
public final class UnsupportedPlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> missing;

  UnsupportedPlanException(String message, List<String> missing) {
    super(message);
    this.missing = new ArrayList<>(missing);
  }

  /** The names of the builtins, statements or functions that are missing. */
  public List<String> missing() {
    return List.copyOf(missing);
  }
}
