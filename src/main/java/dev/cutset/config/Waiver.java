package dev.cutset.config;

import dev.cutset.stack.Urn;
import java.time.LocalDate;
import java.util.List;

/**
 * What a team has decided to live with, until a day.
 *
 * @param policy the id of the policy whose findings are accepted
 * @param match the resources; a finding is accepted when each one that it would have changed is
 *     meant
 * @param reason why
 * @param owner who answers for it
 * @param expires the last day on which it holds
 */
public record Waiver(
    String policy, List<NamePattern> match, String reason, String owner, LocalDate expires) {

  public Waiver {
    match = List.copyOf(match);
    if (match.isEmpty()) {
      throw new IllegalArgumentException("a waiver must say which resources it is about");
    }
  }

  /** Whether it accepts what a policy says of these resources. */
  public boolean accepts(String policyId, List<Urn> resources) {
    return policy.equals(policyId)
        && resources.stream()
            .allMatch(urn -> match.stream().anyMatch(pattern -> pattern.matches(urn)));
  }
}
