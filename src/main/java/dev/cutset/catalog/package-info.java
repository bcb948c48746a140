/** What each resource type means for failure: read from YAML, one file for each provider module. */
@NullMarked
package dev.cutset.catalog;

import org.jspecify.annotations.NullMarked;
