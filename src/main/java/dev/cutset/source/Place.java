package dev.cutset.source;

import java.util.List;
import java.util.Optional;

/**
 * Where a Terraform expression stands, which decides what the names in it mean.
 *
 * @param module the module instance
 * @param key the key of the resource or module instance that the expression is for
 * @param repetition what that one is repeated over
 */
record Place(List<Address.Module> module, Optional<String> key, Optional<Expression> repetition) {
  Place {
    module = List.copyOf(module);
  }
}
