package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A remedy as values of properties: set so, they take a single point of failure away without any
 * other resource. It is set as a whole or not at all.
 *
 * @param policies the ids of the policies whose findings it mends
 * @param when all of these must hold for certain
 * @param unless none of these may hold for certain
 * @param set what becomes of which property, in order
 * @param replaces whether the provider makes the resource anew for it, and what it holds is lost
 * @param why what is better then, as half a sentence
 */
public record Patch(
    List<String> policies,
    List<Condition> when,
    List<Condition> unless,
    Map<PropertyPath, Becoming> set,
    boolean replaces,
    String why) {

  public Patch {
    policies = List.copyOf(policies);
    when = List.copyOf(when);
    unless = List.copyOf(unless);
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  /** What becomes of a property; none of these takes anything back. */
  public sealed interface Becoming {
    /** Whether a property that is not there is left so. */
    boolean ifPresent();
  }

  /** It becomes this value, if it is one of those that are known to be less. */
  public record Exactly(Value value, List<Value> from, boolean ifPresent) implements Becoming {
    public Exactly {
      from = List.copyOf(from);
    }
  }

  /** It becomes this number, if it is a smaller one. */
  public record AtLeast(int least, boolean ifPresent) implements Becoming {}
}
