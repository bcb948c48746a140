package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.List;

/**
 * What a policy says of a cut, or of a component that an entry point needs.
 *
 * @param policy the id of the policy, {@code SPOF-…}
 * @param blocks whether it keeps the stack from being provisioned
 * @param urn the resource to change
 * @param resources every resource to change, or to choose among, {@code urn} first
 * @param entryPoints the names of the entry points that go down
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
    List<String> undecidedBy) {

  public Finding {
    resources = List.copyOf(resources);
    entryPoints = List.copyOf(entryPoints);
    proof = List.copyOf(proof);
    evidence = List.copyOf(evidence);
    undecidedBy = List.copyOf(undecidedBy);
  }
}
