package dev.cutset.source;

import java.util.List;
import java.util.Optional;

/**
 * Tells which Terraform expressions are known while planning, because all that they name is: keys,
 * counts, and variables that are given such values or none.
 *
 * <p>Such an expression gives a value. Where a property has one and is unknown all the same, the
 * expression gave null, and the provider decides.
 */
final class KnownExpressions {
  /** Deeper than any real nesting of modules; only a damaged plan goes round in circles. */
  private static final int DEEPEST = 40;

  private final Configuration configuration;

  KnownExpressions(Configuration configuration) {
    this.configuration = configuration;
  }

  boolean contains(Expression expression, Place place) {
    return contains(expression, place, 0);
  }

  private boolean contains(Expression expression, Place place, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    if (expression instanceof Expression.Constant constant) {
      return !constant.value().opaque();
    }
    for (List<Reference> references : expression.singles()) {
      for (Reference reference : references) {
        if (!isKnown(reference, place, depth + 1)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isKnown(Reference reference, Place place, int depth) {
    return switch (reference.name(0)) {
      case "var" -> isVariableKnown(reference, place, depth);
      case "each" -> reference.name(1).equals("key") || isRepetitionKnown(place, depth);
      case "count", "path", "terraform" -> true;
      default -> false;
    };
  }

  private boolean isRepetitionKnown(Place place, int depth) {
    Place outside = new Place(place.module(), Optional.empty(), Optional.empty());
    return place.repetition().isPresent() && contains(place.repetition().get(), outside, depth);
  }

  /** Those of the root module are known, and what nobody gives a variable has its default. */
  private boolean isVariableKnown(Reference reference, Place place, int depth) {
    if (place.module().isEmpty()) {
      return true;
    }
    Configuration.Called called = configuration.called(place.module()).orElse(null);
    if (called == null) {
      return false;
    }
    Expression argument = called.call().expressions().get(reference.name(1));
    return argument == null || contains(argument, called.from(), depth);
  }
}
