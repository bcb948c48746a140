package dev.cutset.gate;

import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Facts;
import dev.cutset.analysis.ProofAudit;
import dev.cutset.architecture.Completed;

/** Who looks at an analysis before anything is judged by it, where a configuration asks for it. */
@FunctionalInterface
public interface Audit {

  /** Every proof is put before the checker. */
  Audit OF_ALL_PROOFS =
      (completed, analysis, facts) -> new ProofAudit(completed).check(analysis, facts);

  /**
   * Looks at an analysis.
   *
   * @param completed the system that was analysed
   * @param facts what policies will be told
   * @return how many proofs hold
   * @throws dev.cutset.analysis.RejectedProofException when one does not
   */
  int proofs(Completed completed, Analysis analysis, Facts facts);
}
