/** Checks of the evaluator, against committed answers and against the real {@code opa}. */
@NullMarked
package dev.cutset.rego;

import org.jspecify.annotations.NullMarked;
