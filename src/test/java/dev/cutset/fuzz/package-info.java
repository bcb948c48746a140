/**
 * What Jazzer calls with inputs that it makes up, and the same for the inputs that are kept.
 *
 * <p>A target returns for whatever its reader reads or refuses in the documented way, and throws
 * otherwise. None of it needs Jazzer: {@code src/fuzz/run} brings it.
 */
@NullMarked
package dev.cutset.fuzz;

import org.jspecify.annotations.NullMarked;
