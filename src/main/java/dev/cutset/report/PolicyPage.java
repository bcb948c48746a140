package dev.cutset.report;

import java.util.regex.Pattern;

/** The page of a policy as the author of a stack reads it. */
final class PolicyPage {
  /** One example in two languages. */
  private static final Pattern EXAMPLE =
      Pattern.compile("(```java\n.*?\n```\n)\n(```hcl\n.*?\n```\n)", Pattern.DOTALL);

  private PolicyPage() {}

  /** The page with each example in the author's language alone, where it is in several. */
  static String of(String page, boolean terraform) {
    return EXAMPLE.matcher(page).replaceAll(terraform ? "$2" : "$1");
  }
}
