/** Components while they are made: what is known so far of their copies, needs and doubts. */
@NullMarked
package dev.cutset.architecture.draft;

import org.jspecify.annotations.NullMarked;
