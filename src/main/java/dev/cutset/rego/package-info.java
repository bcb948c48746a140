/**
 * An evaluator of the compiled plans of Rego policies ({@code opa build -t plan}), with the meaning
 * that OPA gives them; it depends on nothing else of this project.
 */
@NullMarked
package dev.cutset.rego;

import org.jspecify.annotations.NullMarked;
