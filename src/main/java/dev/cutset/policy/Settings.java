package dev.cutset.policy;

import java.util.Map;
import java.util.Optional;

/**
 * What a team asks of the policies, over what they ask of themselves.
 *
 * @param enforcements by the id of a policy
 * @param severities by the id of a policy
 * @param undecided what a finding does that a value not known yet decides
 */
public record Settings(
    Map<String, Enforcement> enforcements,
    Map<String, Severity> severities,
    Enforcement undecided) {

  /** Asks nothing: each policy does what it says of itself. */
  public static final Settings NONE = new Settings(Map.of(), Map.of(), Enforcement.ADVISORY);

  public Settings {
    enforcements = Map.copyOf(enforcements);
    severities = Map.copyOf(severities);
    if (undecided != Enforcement.ADVISORY && undecided != Enforcement.MANDATORY) {
      throw new IllegalArgumentException(
          "what is undecided is advisory or mandatory, not " + undecided.word());
    }
  }

  /** What the team asks of a policy. */
  public Optional<Enforcement> enforcement(String policy) {
    return Optional.ofNullable(enforcements.get(policy));
  }

  /** How bad the team finds what a policy finds. */
  public Optional<Severity> severity(String policy) {
    return Optional.ofNullable(severities.get(policy));
  }

  /** Whether a finding that a value not known yet decides may keep a stack out. */
  boolean undecidedBlocks() {
    return undecided == Enforcement.MANDATORY;
  }
}
