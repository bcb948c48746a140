/** GraphQL as OPA has it: documents read into trees, schemas built of them, queries checked. */
@NullMarked
package dev.cutset.rego.graphql;

import org.jspecify.annotations.NullMarked;
