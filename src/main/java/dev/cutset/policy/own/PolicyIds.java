package dev.cutset.policy.own;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which ids a team may give its policies, so that each finding tells whose it is. */
final class PolicyIds {
  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*");
  private static final String CUTSETS = "SPOF-";

  /** What the policy pack says of itself, and what the engine calls all policies. */
  static final Set<String> TAKEN = Set.of("ALL", "INCOMPLETE-PREVIEW", "UNJUDGED-UPDATE");

  private PolicyIds() {}

  static void check(String id) throws OwnPolicyException {
    if (!FORM.matcher(id).matches()) {
      throw new OwnPolicyException(
          "`"
              + id
              + "` is no id of a policy; use letters and digits with `-` between words, such as"
              + " ACME-OWNER");
    }
    String upper = id.toUpperCase(Locale.ROOT);
    if (upper.startsWith(CUTSETS) || TAKEN.contains(upper)) {
      throw new OwnPolicyException(
          "the id `"
              + id
              + "` is Cutset's: those that begin with "
              + CUTSETS
              + " are; begin it with a word of your own, such as ACME-");
    }
  }
}
