/** The files that come with Cutset and that every run reads. */
@NullMarked
package dev.cutset.shipped;

import org.jspecify.annotations.NullMarked;
