/** Runs a Pulumi program without the Pulumi CLI, and takes down what it declares. */
@NullMarked
package dev.cutset.pulumi.host;

import org.jspecify.annotations.NullMarked;
