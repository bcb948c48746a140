/** The policy pack that the Pulumi CLI runs: judges a stack while it is previewed or updated. */
@NullMarked
package dev.cutset.pulumi.pack;

import org.jspecify.annotations.NullMarked;
