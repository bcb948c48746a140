package dev.cutset.architecture;

/**
 * A stack as a system, in both completions.
 *
 * @param kindest with what is not known yet taken as it serves best
 * @param harshest with it taken as it serves worst; the same where nothing unknown has a say
 */
public record Completed(Architecture kindest, Architecture harshest) {
  public Architecture of(Completion completion) {
    return completion == Completion.KINDEST ? kindest : harshest;
  }
}
