/**
 * Experiments that repeat a rehearsal in a real system, in the words of the tools that run them.
 */
@NullMarked
package dev.cutset.experiment;

import org.jspecify.annotations.NullMarked;
