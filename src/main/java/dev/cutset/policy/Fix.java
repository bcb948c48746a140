package dev.cutset.policy;

import dev.cutset.remedy.PropertyChange;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Properties of one resource to set together.
 *
 * @param type the type token of the resource
 * @param changes which properties; half of them may be worse than none
 * @param mends what is found again without it, while all other fixes are made
 * @param copies how many more copies run with it than without it
 * @param price what these copies cost, where somebody said
 */
public record Fix(
    Urn urn,
    String type,
    List<PropertyChange> changes,
    List<Finding> mends,
    int copies,
    OptionalDouble price) {

  public Fix {
    changes = List.copyOf(changes);
    mends = List.copyOf(mends);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("a fix of " + urn + " that changes nothing");
    }
  }

  /** Whether the provider makes the resource anew for it, so that what it holds is lost. */
  public boolean replaces() {
    return changes.stream().anyMatch(PropertyChange::replaces);
  }

  /** The same, with what it costs. */
  public Fix priced(OptionalDouble other) {
    return new Fix(urn, type, changes, mends, copies, other);
  }
}
