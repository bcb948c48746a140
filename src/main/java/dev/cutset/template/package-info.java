/** Programs that come with Cutset, and copies of them to work on. */
@NullMarked
package dev.cutset.template;

import org.jspecify.annotations.NullMarked;
