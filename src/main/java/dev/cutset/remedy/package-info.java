/**
 * What to set in a resource so that it is no single point of failure: changes of its properties.
 */
@NullMarked
package dev.cutset.remedy;

import org.jspecify.annotations.NullMarked;
