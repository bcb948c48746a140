package dev.cutset.architecture.builder;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.catalog.Catalog;
import dev.cutset.catalog.Software;
import dev.cutset.stack.Stack;
import java.util.List;

/** Makes an architecture of a stack. */
public final class ArchitectureBuilder {
  private final Catalog catalog;
  private final List<Software> software;
  private final Hints hints;

  public ArchitectureBuilder(Catalog catalog, List<Software> software, Hints hints) {
    this.catalog = catalog;
    this.software = List.copyOf(software);
    this.hints = hints;
  }

  /** The architecture that the stack declares, in both completions of what is not known yet. */
  public Completed build(Stack stack) {
    Groundwork ground = Groundwork.of(stack, catalog, software);
    Doubts doubts = new Doubts(Completion.KINDEST);
    Architecture kindest = new Assembly(ground, doubts, hints).assemble();
    if (!doubts.raised()) {
      return new Completed(kindest, kindest);
    }
    Architecture harshest = new Assembly(ground, new Doubts(Completion.HARSHEST), hints).assemble();
    return new Completed(
        Alignment.align(kindest, kindest, harshest), Alignment.align(harshest, kindest, harshest));
  }
}
