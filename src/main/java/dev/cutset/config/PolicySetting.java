package dev.cutset.config;

import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import java.util.Optional;

/** How a team sets one policy; what is empty stays as the policy has it. */
public record PolicySetting(Optional<Enforcement> enforcement, Optional<Severity> severity) {}
