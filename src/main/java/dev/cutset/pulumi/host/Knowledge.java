package dev.cutset.pulumi.host;

import dev.cutset.config.LookupAnswer;
import java.util.List;

/**
 * What is known, beside what the host knows by itself, of the world that a program asks about.
 *
 * @param stacks the outputs of other stacks
 * @param lookups what functions return; the first that fits a question counts
 */
public record Knowledge(List<OtherStack> stacks, List<LookupAnswer> lookups) {

  /** Nothing more than the host knows. */
  public static final Knowledge NONE = new Knowledge(List.of(), List.of());

  public Knowledge {
    stacks = List.copyOf(stacks);
    lookups = List.copyOf(lookups);
  }
}
