/** What every process is like that the Pulumi engine starts as a plugin. */
@NullMarked
package dev.cutset.pulumi.plugin;

import org.jspecify.annotations.NullMarked;
