package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import java.util.Optional;

/** One way to learn where the copies of a resource are; the first that yields anything counts. */
public sealed interface Place {

  /**
   * A property names a zone, or several.
   *
   * @param whole a regular expression for names that mean the region as a whole: what a cloud calls
   *     an only zone
   */
  record Zone(PropertyPath path, Optional<String> whole) implements Place {

    /** Whether a zone of this name is all that its region has. */
    public boolean isWhole(String name) {
      return whole.isPresent() && name.matches(whole.get());
    }
  }

  /** A property names a region. */
  record Region(PropertyPath path) implements Place {}

  /** A property refers to resources that have a place: subnets, subnet groups, clusters. */
  record In(PropertyPath path) implements Place {}

  /** A property says which nodes of its cluster it may run on: those of a zone, or with a label. */
  record Nodes(PropertyPath path) implements Place {}

  /** It is somewhere in its region, which has no zones: a region of this cloud is one place. */
  record Regional() implements Place {}

  /** The service belongs to its cloud as a whole. */
  record Global() implements Place {}

  /** The service is one DNS provider, apart from the regions of its cloud. */
  record DnsProvider(String name) implements Place {}
}
