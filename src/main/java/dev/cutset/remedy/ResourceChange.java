package dev.cutset.remedy;

import dev.cutset.stack.Urn;

/**
 * A change of one property of one resource.
 *
 * @param urn which resource
 * @param written the property as the author of the stack writes it
 */
public record ResourceChange(Urn urn, PropertyChange change, PropertyAddress written) {

  /** A change in a stack whose author uses Pulumi's names. */
  public ResourceChange(Urn urn, PropertyChange change) {
    this(urn, change, change.property());
  }
}
