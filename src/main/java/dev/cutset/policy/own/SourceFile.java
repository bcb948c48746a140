package dev.cutset.policy.own;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of Rego, or of data for it.
 *
 * @param path from the root of its folder, with slashes
 */
record SourceFile(String path, String text) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package[ \t]+([^\\s#]+)");
  private static final Pattern FINDINGS = Pattern.compile("(?m)^findings\\b");
  private static final Pattern POLICY =
      Pattern.compile("cutset\\.policies(?:\\.(\\w+)|\\[\"([^\"]+)\"])");

  boolean isRego() {
    return path.endsWith(".rego");
  }

  boolean isTest() {
    return path.endsWith("_test.rego");
  }

  /** The package as it is written, of Rego. */
  Optional<String> packageName() {
    Matcher named = PACKAGE.matcher(text);
    return isRego() && named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  /** The policy whose package it is. */
  Optional<String> policy() {
    Matcher policy = POLICY.matcher(packageName().orElse(""));
    return policy.matches()
        ? Optional.of(policy.group(1) == null ? policy.group(2) : policy.group(1))
        : Optional.empty();
  }

  /** Whether it has a rule that looks like what a policy finds. */
  boolean hasFindings() {
    return FINDINGS.matcher(text).find();
  }
}
