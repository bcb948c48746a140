package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import java.util.List;
import java.util.Optional;

/**
 * How many copies of a component run, where, and how many of them it needs.
 *
 * @param when all of these must hold for this case to apply
 * @param survives the largest failure that one copy survives by itself: {@code instance} for a copy
 *     that is itself a managed pair in one zone, {@code zone} for a regional service; empty for a
 *     copy that can simply die
 * @param count how many
 * @param spread how they lie over the places
 * @param needed how many must live
 * @param failover how clients come to another copy
 */
public record Copies(
    List<Condition> when,
    Optional<Scope> survives,
    Count count,
    Spread spread,
    Needed needed,
    Failover failover) {

  public Copies {
    when = List.copyOf(when);
  }

  /** Where the number of copies comes from. */
  public sealed interface Count {}

  /** Always so many. */
  public record Fixed(int copies) implements Count {}

  /** As many as the first of these properties that is there says, and so many more. */
  public record Declared(List<PropertyPath> paths, int plus, int otherwise) implements Count {
    public Declared {
      paths = List.copyOf(paths);
    }
  }

  /** One for each place: a managed load balancer has a node in each of its zones. */
  public record EachPlace() implements Count {}

  /** One for each resource that says it is a member. */
  public record Members() implements Count {}

  /** How copies lie over the places. */
  public enum Spread {
    /** Over the places in turn, as a scaling group does it. */
    EVEN,
    /** In different zones: the service guarantees it. */
    APART,
    /** All in the first place: nothing guarantees more. */
    TOGETHER,
    /** Wherever a scheduler puts them: likely apart, but nothing in the stack decides it. */
    SCHEDULED
  }

  /** How many copies must live for the component to work. */
  public enum Needed {
    ANY,
    MAJORITY,
    ALL
  }
}
