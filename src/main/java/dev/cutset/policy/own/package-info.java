/** The policies that a team writes itself: found, compiled, tested, and put beside the others. */
@NullMarked
package dev.cutset.policy.own;

import org.jspecify.annotations.NullMarked;
