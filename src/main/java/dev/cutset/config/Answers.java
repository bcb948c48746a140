package dev.cutset.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program that Cutset runs is told of the world beyond its stack.
 *
 * @param stacks the outputs of other stacks, by name: {@code organization/project/stack}, or its
 *     last one or two parts
 * @param lookups what functions return; the first that fits a question counts
 */
public record Answers(Map<String, StackOutputs> stacks, List<LookupAnswer> lookups) {

  /** Tells nothing. */
  public static final Answers NONE = new Answers(Map.of(), List.of());

  public Answers {
    stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
    lookups = List.copyOf(lookups);
  }
}
