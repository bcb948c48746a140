package dev.cutset.experiment;

import dev.cutset.analysis.Loss;
import java.util.List;
import java.util.Map;

/**
 * What to do to a real system, and what should come of it.
 *
 * @param file the name of the file that it goes into
 * @param loss what is taken away
 * @param claim what the model says becomes of the entry points
 * @param document the experiment as its tool reads it: maps, lists, texts, numbers, truth values
 */
public record Experiment(String file, Loss loss, String claim, Map<String, Object> document) {

  /** A loss that the tool cannot cause truthfully. */
  public record Skipped(Loss loss, String reason) {}

  /** All that came of a rehearsal. */
  public record Plan(List<Experiment> experiments, List<Skipped> skipped) {
    public Plan {
      experiments = List.copyOf(experiments);
      skipped = List.copyOf(skipped);
    }
  }
}
