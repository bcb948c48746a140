/**
 * Which cuts are findings: the facts are put before the policies, and their judgement is read back.
 */
@NullMarked
package dev.cutset.policy;

import org.jspecify.annotations.NullMarked;
