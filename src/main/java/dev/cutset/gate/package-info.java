/** Takes a stack from its resources to its judgement: where all the parts are put together. */
@NullMarked
package dev.cutset.gate;

import org.jspecify.annotations.NullMarked;
