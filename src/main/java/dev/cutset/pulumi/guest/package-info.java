/** What runs inside of a program's own JVM, and knows nothing but the JDK. */
@NullMarked
package dev.cutset.pulumi.guest;

import org.jspecify.annotations.NullMarked;
