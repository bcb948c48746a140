package dev.cutset.corpus;

import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Finding;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Locale;

/**
 * What is claimed of a stack: a finding, without the words that it is put in.
 *
 * @param resources the names of the resources to change, sorted
 * @param entryPoints the names of the entry points that go down, sorted
 * @param undecidedBy the properties that decide, sorted
 */
record Claim(
    String policy,
    Scope scope,
    List<String> resources,
    Verdict verdict,
    List<String> entryPoints,
    List<String> undecidedBy)
    implements Comparable<Claim> {

  Claim {
    resources = resources.stream().sorted().toList();
    entryPoints = entryPoints.stream().sorted().toList();
    undecidedBy = undecidedBy.stream().sorted().toList();
  }

  static Claim of(Finding finding) {
    return new Claim(
        finding.policy(),
        finding.scope(),
        finding.resources().stream().map(Urn::name).distinct().toList(),
        finding.verdict(),
        finding.entryPoints(),
        finding.undecidedBy());
  }

  @Override
  public int compareTo(Claim other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return policy
        + " at "
        + scope.word()
        + ", "
        + verdict.name().toLowerCase(Locale.ROOT)
        + ", resources "
        + resources
        + (entryPoints.isEmpty() ? "" : ", takes down " + entryPoints)
        + (undecidedBy.isEmpty() ? "" : ", open until known: " + undecidedBy);
  }
}
