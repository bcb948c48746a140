/** Tests of the builtins, where a plan is not needed to ask for them. */
@org.jspecify.annotations.NullMarked
package dev.cutset.rego.builtin;
