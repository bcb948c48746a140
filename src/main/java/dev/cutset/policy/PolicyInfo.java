package dev.cutset.policy;

import java.util.List;

/**
 * What a policy says of itself.
 *
 * @param name the name of its folder
 * @param id what findings call it, {@code SPOF-…}
 * @param severity how bad its findings are at worst
 * @param enforcement what it does about what a stack was to survive
 * @param remediation what to do where the catalog knows nothing better
 * @param layer the part of an architecture that it looks at
 * @param relatedResources where to read more
 */
public record PolicyInfo(
    String name,
    String id,
    String title,
    String description,
    Severity severity,
    Enforcement enforcement,
    String remediation,
    String layer,
    List<RelatedResource> relatedResources) {

  public PolicyInfo {
    relatedResources = List.copyOf(relatedResources);
  }

  /** A page elsewhere. */
  public record RelatedResource(String ref, String description) {}
}
