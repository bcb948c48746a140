/** OPA's builtin functions, as far as they need nothing from outside the evaluation. */
@NullMarked
package dev.cutset.rego.builtin;

import org.jspecify.annotations.NullMarked;
