package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.stack.Urn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a policy says of a cut, or of a component that an entry point needs.
 *
 * @param policy the id of the policy, {@code SPOF-…}
 * @param blocks whether it keeps the stack from being provisioned
 * @param urn the resource to change
 * @param resources every resource to change, or to choose among, {@code urn} first
 * @param entryPoints the names of the entry points that go down
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
  private static final int FINGERPRINT_BYTES = 16;

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

  /**
   * What is the same when the same failure is found again, however it is told: the policy, what
   * fails, and what would have to change.
   */
  public String fingerprint() {
    Stream<String> cause =
        Stream.of(
                Stream.of(policy, scope.word(), failed()),
                resources.stream().map(Urn::text).sorted())
            .flatMap(Function.identity());
    byte[] text = cause.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  // Which of several copies it is says nothing of the cause; which zone it is, does.
  private String failed() {
    return failure.urn().map(Urn::text).orElseGet(() -> failure.kind() + " " + failure.name());
  }
}
