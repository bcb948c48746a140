package dev.cutset.corpus;

import org.jspecify.annotations.Nullable;

/**
 * A value of a Terraform plan, in the three places where a plan speaks of it.
 *
 * @param after what is known of it before anything is made
 * @param unknown true, or where in it something is not known
 * @param expression how the configuration says it
 */
record TerraformValue(@Nullable Object after, Object unknown, Object expression) {}
