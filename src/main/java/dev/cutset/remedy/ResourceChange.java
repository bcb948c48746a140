package dev.cutset.remedy;

import dev.cutset.stack.Urn;

/**
 * A change of one property of one resource.
 *
 * @param urn which resource
 */
public record ResourceChange(Urn urn, PropertyChange change) {}
