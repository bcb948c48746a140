/** What a team says about its stack in {@code cutset.yaml}: checked, and read into plain data. */
@NullMarked
package dev.cutset.config;

import org.jspecify.annotations.NullMarked;
