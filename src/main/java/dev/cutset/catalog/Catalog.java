package dev.cutset.catalog;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import java.util.Optional;

/** What is known of resource types. */
public interface Catalog extends Interest, Naming {

  /** What the type means; empty when the catalog does not know it. */
  Optional<ResourceType> find(String token);
}
