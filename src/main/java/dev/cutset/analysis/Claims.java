package dev.cutset.analysis;

import dev.cutset.architecture.Completion;
import dev.cutset.architecture.EntryPoint;
import java.util.List;

/** What somebody says that every failure does to every entry point, with the proof of each word. */
public interface Claims {

  List<EntryPoint> entryPoints();

  /** All failures that can happen in any completion. */
  List<Failure> failures();

  /** What the failure does to the entry point. */
  Verdict verdict(int entryPoint, Failure failure);

  /** The proof of what the failure does to the entry point in one completion. */
  Proof proof(int entryPoint, Failure failure, Completion completion);
}
