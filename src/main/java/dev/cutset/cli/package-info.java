/** The command line: thin commands that read what the user asks, and show what the gate says. */
@NullMarked
package dev.cutset.cli;

import org.jspecify.annotations.NullMarked;
