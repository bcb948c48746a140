package dev.cutset.policy;

import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is the same when the same failure is found again, however it is told.
 *
 * @param policy the id of the policy
 * @param failure what fails: the URN of a resource, or the kind and the name of a domain
 * @param resources what would have to change, in the order of their URNs
 */
public record Cause(String policy, Scope scope, String failure, List<Urn> resources) {
  private static final int FINGERPRINT_BYTES = 16;

  public Cause {
    resources = resources.stream().distinct().sorted().toList();
    if (resources.isEmpty()) {
      throw new IllegalArgumentException("a cause without a resource to change");
    }
  }

  /** The cause of a finding. */
  static Cause of(Finding finding) {
    // Which of several copies it is says nothing of the cause; which zone it is, does.
    String failure =
        finding
            .failure()
            .urn()
            .map(Urn::text)
            .orElseGet(() -> finding.failure().kind() + " " + finding.failure().name());
    return new Cause(finding.policy(), finding.scope(), failure, finding.resources());
  }

  /** A short name for it, the same in every run. */
  public String fingerprint() {
    String text =
        Stream.concat(Stream.of(policy, scope.word(), failure), resources.stream().map(Urn::text))
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Whether the other is this one, or what is left of it once a part was mended. */
  boolean includes(Cause other) {
    return isAkinTo(other) && resources.containsAll(other.resources);
  }

  /** Whether one of the two includes the other. */
  boolean overlaps(Cause other) {
    return includes(other) || other.includes(this);
  }

  /** Whether the same policy says it of the same failure. */
  private boolean isAkinTo(Cause other) {
    return policy.equals(other.policy) && scope == other.scope && failure.equals(other.failure);
  }
}
