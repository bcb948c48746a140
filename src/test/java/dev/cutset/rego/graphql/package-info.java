/** Tests of the graphqls, where a plan is not needed to ask for them. */
@org.jspecify.annotations.NullMarked
package dev.cutset.rego.graphql;
