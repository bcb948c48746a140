package dev.cutset.catalog;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import java.util.Optional;

/** What is known of resource types. */
public interface Catalog extends Interest, Naming {

  /** What the type means; empty when the catalog does not know it. */
  Optional<ResourceType> find(String token);

  /** The same, with the code in its remedies as the authors of such a stack write it. */
  default Optional<ResourceType> find(String token, Stack.Source source) {
    return find(token);
  }
}
