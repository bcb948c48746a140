/** Readers, one per kind of input, that all produce a {@link dev.cutset.stack.Stack}. */
@NullMarked
package dev.cutset.source;

import org.jspecify.annotations.NullMarked;
