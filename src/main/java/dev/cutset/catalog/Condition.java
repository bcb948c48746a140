package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.List;

/** A test of one property, which decides between cases of a catalog entry. */
public record Condition(PropertyPath path, Test test) {

  /** What is asked of the property. */
  public sealed interface Test {}

  /** The property has one of these values; texts are compared without regard to case. */
  public record OneOf(List<Value> values) implements Test {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** The property has none of these values; one that is not there has none of them. */
  public record NoneOf(List<Value> values) implements Test {
    public NoneOf {
      values = List.copyOf(values);
    }
  }

  /** The property is a number of at least so much. */
  public record AtLeast(double least) implements Test {}

  /** The property is a list of at least so many elements. */
  public record Elements(int least) implements Test {}

  /** The property is a text in which the regular expression finds something. */
  public record Matches(String pattern) implements Test {}

  /** The property is there, whatever it holds. */
  public record Present() implements Test {}

  /** The property is not there, or null. */
  public record Absent() implements Test {}
}
