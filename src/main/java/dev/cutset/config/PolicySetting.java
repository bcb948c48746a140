package dev.cutset.config;

import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import java.util.Optional;

/**
 * How a team sets one policy; what is empty stays as the policy has it.
 *
 * @param waivable whether its findings may be accepted for a while
 */
public record PolicySetting(
    Optional<Enforcement> enforcement, Optional<Severity> severity, Optional<Boolean> waivable) {

  /** A setting that says nothing of waivers. */
  public PolicySetting(Optional<Enforcement> enforcement, Optional<Severity> severity) {
    this(enforcement, severity, Optional.empty());
  }
}
