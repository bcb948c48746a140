/** Policies that a server of OPA keeps: how it is reached, asked, and held to its answer. */
@NullMarked
package dev.cutset.policy.server;

import org.jspecify.annotations.NullMarked;
