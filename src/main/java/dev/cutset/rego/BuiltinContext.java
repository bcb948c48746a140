package dev.cutset.rego;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What a builtin may know of the evaluation that calls it. */
public final class BuiltinContext {
  private final Evaluation evaluation;
  private final Instant now;
  private final Map<Object, Object> memory = new HashMap<>();

  BuiltinContext(Evaluation evaluation, Instant now) {
    this.evaluation = evaluation;
    this.now = now;
  }

  /** The time of the evaluation, which stands still for as long as it lasts. */
  public Instant now() {
    return now;
  }

  /**
   * Counts one step of work, which is taken to make one value; ends the evaluation if that is too
   * much for its limits, or if it is not wanted.
   */
  public void step() {
    evaluation.spending().step();
    evaluation.spending().make(1);
  }

  /**
   * Reads JSON that the policy has in a text, so that what comes of it counts as made by it.
   *
   * @throws IllegalArgumentException telling the line and column of a mistake
   */
  public RegoValue parse(String json) {
    return JsonReader.readNew(json);
  }

  /** Hands on what a policy prints. */
  public void print(String line) {
    evaluation.options().printer().accept(line);
  }

  /** What is costly to make and may be used again in this evaluation. */
  @SuppressWarnings("unchecked") // a key is only ever used with one type of value
  public <K, V> V remembered(Object space, K key, Function<K, V> make) {
    return (V) memory.computeIfAbsent(new Slot(space, key), slot -> make.apply(key));
  }

  private record Slot(Object space, Object key) {}
}
