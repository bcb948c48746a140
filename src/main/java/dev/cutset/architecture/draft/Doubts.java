package dev.cutset.architecture.draft;

import dev.cutset.architecture.Completion;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.stack.PropertyPath;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How what is not known yet is taken, and which of it had a say. */
public final class Doubts {
  private final Completion completion;
  private final Map<Known, Set<String>> undecided = new HashMap<>();
  private boolean raised;

  public Doubts(Completion completion) {
    this.completion = completion;
  }

  /** Whether it is taken as it serves best; to be asked only where it makes a difference. */
  public boolean kindest() {
    raised = true;
    return completion == Completion.KINDEST;
  }

  /** Whether it made a difference anywhere how it is taken. */
  public boolean raised() {
    return raised;
  }

  /** Notes that the shape of a component depends on a value of its own that is not known. */
  public void undecided(Known known, PropertyPath path) {
    undecided(known, known, path);
  }

  /** Notes that the shape of a component depends on a value of another that is not known. */
  public void undecided(Known known, Known whose, PropertyPath path) {
    undecided.computeIfAbsent(known, key -> new LinkedHashSet<>()).add(whose.said(path));
  }

  public List<String> undecidedBy(Known known) {
    return List.copyOf(undecided.getOrDefault(known, Set.of()));
  }
}
