/** What broken and hostile inputs do to whoever uses the command line. */
@NullMarked
package dev.cutset.hostile;

import org.jspecify.annotations.NullMarked;
