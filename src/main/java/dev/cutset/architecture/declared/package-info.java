/**
 * A stack as the catalog understands it, resource by resource: what each is, what its properties
 * say, which others they lead to, and whose texts and relations tell of it.
 */
@NullMarked
package dev.cutset.architecture.declared;

import org.jspecify.annotations.NullMarked;
