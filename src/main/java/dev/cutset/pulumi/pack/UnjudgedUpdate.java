package dev.cutset.pulumi.pack;

import dev.cutset.policy.Severity;

/**
 * What the pack says itself, beside the policies, where it is asked to be strict: that an update
 * cannot be judged before it is provisioned, and so is refused.
 */
final class UnjudgedUpdate {
  static final String ID = "UNJUDGED-UPDATE";
  static final String TITLE = "Unjudged update";
  static final String DESCRIPTION =
      "With `strict`, an update is judged before anything of it is provisioned, and refused when"
          + " that cannot be done.";
  static final String REMEDIATION =
      "run `pulumi preview` with the policy pack, and update without `strict`";
  static final Severity SEVERITY = Severity.HIGH;

  /** The property that asks for it. */
  static final String STRICT = "strict";

  private UnjudgedUpdate() {}

  static String text(String reason) {
    return "the update cannot be judged before it is provisioned\n"
        + reason
        + "\nfix: "
        + REMEDIATION;
  }
}
