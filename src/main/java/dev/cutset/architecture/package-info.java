/**
 * Components, replicas, domains, needs and entry points, and the builder that makes them from a
 * stack.
 */
@NullMarked
package dev.cutset.architecture;

import org.jspecify.annotations.NullMarked;
