package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import java.util.List;
import java.util.Optional;

/**
 * What a resource says about the relation of two others, or of itself and another.
 *
 * @param verb what the relation means
 * @param from the property that refers to the subject; empty: the resource itself
 * @param to the property that refers to the object; empty: the resource itself
 * @param when all of these must hold
 * @param failover how clients of the subject come to the next object
 * @param only the type of the subject, where it is not known and there is but one of that type
 */
public record Link(
    Verb verb,
    Optional<PropertyPath> from,
    Optional<PropertyPath> to,
    List<Condition> when,
    Failover failover,
    Optional<String> only) {

  public Link {
    when = List.copyOf(when);
  }

  /** The relations that resources declare. */
  public enum Verb {
    /** The subject works only while the object does. */
    NEEDS,
    /** The subject sends traffic to the object, one of possibly many. */
    BALANCES,
    /** The subject is one copy of the object. */
    MEMBER_OF,
    /** The subject holds the object's data too, and can take its place. */
    COPY_OF,
    /** What the object says (user data, environment, groups) counts as said by the subject. */
    BORROWS,
    /** A reference to the subject means the object: an address, an attachment, an alias. */
    STANDS_FOR,
    /** The subject sets how many copies of the object there are at least. */
    RESIZES
  }
}
