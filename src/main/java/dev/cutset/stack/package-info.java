/** The declared resources of one stack, whatever they were read from. */
@NullMarked
package dev.cutset.stack;

import org.jspecify.annotations.NullMarked;
