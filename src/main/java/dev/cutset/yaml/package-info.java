/** Turns YAML that somebody wrote into nodes and values, in one way and within limits. */
@NullMarked
package dev.cutset.yaml;

import org.jspecify.annotations.NullMarked;
