package dev.cutset.catalog;

import java.util.Map;
import java.util.Optional;

/** What a catalog says, before the sections of its entries are read. */
interface Entries {

  /** The entry for a token as it is written, before anything is taken over from another. */
  Optional<Block> entry(Token token);

  /** The token of the type that has exactly this name in Terraform. */
  Optional<String> token(String terraformName);

  /** What the remedies of a type say, with Terraform's names in their code. */
  Map<Scope, String> remedyInTerraform(ResourceType type);
}
