package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.stack.Urn;
import java.util.List;

/**
 * What a policy says of a cut, or of a component that an entry point needs.
 *
 * @param policy the id of the policy, {@code SPOF-…}
 * @param blocks whether it keeps the stack from being provisioned
 * @param urn the resource to change
 * @param resources every resource to change, or to choose among, {@code urn} first
 * @param scope of the failure; the smallest where the finding is about a component, whatever fails
 * @param entryPoints the names of the entry points that go down; none where the finding is about a
 *     component, whatever fails
 * @param patch which properties to set, where they alone mend it
 */
public record Finding(
    String policy,
    Severity severity,
    Enforcement enforcement,
    boolean blocks,
    Verdict verdict,
    Scope scope,
    Facts.FailureFact failure,
    Urn urn,
    List<Urn> resources,
    List<String> entryPoints,
    String title,
    String message,
    String fix,
    List<Facts.Step> proof,
    List<String> evidence,
    List<String> undecidedBy,
    List<ResourceChange> patch) {
  public Finding {
    resources = List.copyOf(resources);
    entryPoints = List.copyOf(entryPoints);
    proof = List.copyOf(proof);
    evidence = List.copyOf(evidence);
    undecidedBy = List.copyOf(undecidedBy);
    patch = List.copyOf(patch);
  }

  /** A finding of which nobody has looked yet what to set. */
  public Finding(
      String policy,
      Severity severity,
      Enforcement enforcement,
      boolean blocks,
      Verdict verdict,
      Scope scope,
      Facts.FailureFact failure,
      Urn urn,
      List<Urn> resources,
      List<String> entryPoints,
      String title,
      String message,
      String fix,
      List<Facts.Step> proof,
      List<String> evidence,
      List<String> undecidedBy) {
    this(
        policy,
        severity,
        enforcement,
        blocks,
        verdict,
        scope,
        failure,
        urn,
        resources,
        entryPoints,
        title,
        message,
        fix,
        proof,
        evidence,
        undecidedBy,
        List.of());
  }

  /** The same, with what to set. */
  public Finding withPatch(List<ResourceChange> changes) {
    return new Finding(
        policy,
        severity,
        enforcement,
        blocks,
        verdict,
        scope,
        failure,
        urn,
        resources,
        entryPoints,
        title,
        message,
        fix,
        proof,
        evidence,
        undecidedBy,
        changes);
  }

  /** Whether a failure takes something down; else it is about a component, whatever fails. */
  public boolean isOfCut() {
    return !entryPoints.isEmpty();
  }

  /** What makes it the same when it is found again. */
  public Cause cause() {
    return Cause.of(this);
  }

  /** A short name for its cause, the same in every run. */
  public String fingerprint() {
    return cause().fingerprint();
  }
}
