/**
 * A provider that previews and updates a stack without a cloud, for tests and offline pipelines.
 */
@NullMarked
package dev.cutset.pulumi.offline;

import org.jspecify.annotations.NullMarked;
