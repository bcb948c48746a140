/** The system drawn in its failure domains, as a picture and as a page to kill things in. */
@NullMarked
package dev.cutset.report.picture;

import org.jspecify.annotations.NullMarked;
