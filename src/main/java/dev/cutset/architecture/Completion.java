package dev.cutset.architecture;

/** How values that are not known yet are taken. */
public enum Completion {
  /** As they serve the stack best: zones all differ, counts are large, conditions hold. */
  KINDEST,
  /** As they serve it worst: zones are all the same, counts are one. */
  HARSHEST
}
