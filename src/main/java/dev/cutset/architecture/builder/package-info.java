/**
 * Joins a stack and the catalog into an architecture, from what is declared by way of drafts.
 *
 * <p>Each class adds one kind of knowledge to the drafts of components; {@code Assembly} calls them
 * in order.
 */
@NullMarked
package dev.cutset.architecture.builder;

import org.jspecify.annotations.NullMarked;
