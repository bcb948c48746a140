/** Puts the policy pack where every project of a person finds it. */
@NullMarked
package dev.cutset.pulumi.install;

import org.jspecify.annotations.NullMarked;
