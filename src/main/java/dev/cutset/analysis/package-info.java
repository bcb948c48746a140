/** What single failures do: cuts with proofs, verdicts, causes, blast radius. */
@NullMarked
package dev.cutset.analysis;

import org.jspecify.annotations.NullMarked;
