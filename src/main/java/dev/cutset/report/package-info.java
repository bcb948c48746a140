/** What became of a stack, shown: one renderer for each format. */
@NullMarked
package dev.cutset.report;

import org.jspecify.annotations.NullMarked;
