package dev.cutset.architecture.builder;

import dev.cutset.architecture.builder.Places.Spot;
import dev.cutset.architecture.builder.Places.Spots;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.catalog.Copies;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Works out how many copies of a component run. */
final class CopyCount {
  /** More copies than this fail no differently. */
  private static final int MOST = 99;

  /** So many there are, if it is not known how many and all goes well. */
  private static final int KIND_GUESS = 3;

  private final Reading reading;
  private final Doubts doubts;
  private final Relations relations;

  CopyCount(Reading reading, Doubts doubts, Relations relations) {
    this.reading = reading;
    this.doubts = doubts;
    this.relations = relations;
  }

  int of(Known known, Copies copies, Spots spots) {
    int count = Math.min(MOST, count(known, copies, spots));
    for (Known resizer : relations.mayResize(known)) {
      Optional<Integer> least = resizedTo(resizer).filter(other -> other < count);
      if (least.isPresent() && !doubts.kindest()) {
        return least.get();
      }
    }
    return count;
  }

  /** What says how many there are at least, in the place of the resource itself. */
  Optional<Known> resizer(Known known) {
    for (Relations.Relation resize : relations.to(Link.Verb.RESIZES, known)) {
      if (resizedTo(resize.subject()).isPresent()) {
        return Optional.of(resize.subject());
      }
    }
    return Optional.empty();
  }

  private int count(Known known, Copies copies, Spots spots) {
    Optional<Integer> least = resizer(known).flatMap(this::resizedTo);
    if (least.isPresent()) {
      return least.get();
    }
    if (copies.count() instanceof Copies.Fixed fixed) {
      return fixed.copies();
    } else if (copies.count() instanceof Copies.Declared declared) {
      return declared(known, declared);
    } else if (copies.survives().filter(scope -> scope != Scope.INSTANCE).isPresent()) {
      return 1;
    } else if (isOpen(known, spots)) {
      return copies.spread() == Copies.Spread.APART || doubts.kindest() ? KIND_GUESS : 1;
    }
    return Math.max(1, (int) spots.spots().stream().map(Spot::placement).distinct().count());
  }

  /** Whether there is a choice of places of which nothing is known. */
  static boolean isOpen(Known known, Spots spots) {
    return spots.open() || (spots.spots().isEmpty() && !known.type().place().isEmpty());
  }

  /** Whether it is not known if any run at all. */
  boolean mayBeNone(Known known, Copies copies) {
    for (Relations.Relation resize : relations.to(Link.Verb.RESIZES, known)) {
      PropertyPath least = resize.subject().type().facts().get("minSize");
      if (least != null && !reading.values(resize.subject(), least).isEmpty()) {
        return reading.values(resize.subject(), least).stream().anyMatch(Value::opaque);
      }
    }
    if (copies.count() instanceof Copies.Declared declared && declared.plus() == 0) {
      return declared.paths().stream()
          .map(path -> reading.values(known, path))
          .filter(values -> !values.isEmpty())
          .findFirst()
          .filter(values -> values.stream().anyMatch(Value::opaque))
          .isPresent();
    }
    return false;
  }

  private Optional<Integer> resizedTo(Known resizer) {
    PropertyPath least = resizer.type().facts().get("minSize");
    if (least == null) {
      return Optional.empty();
    }
    List<Value> values = reading.values(resizer, least);
    if (values.stream().anyMatch(Value::opaque)) {
      doubts.undecided(resizer, least);
      return Optional.of(doubts.kindest() ? KIND_GUESS : 1);
    }
    return values.stream()
        .flatMap(value -> Reading.asNumber(value).stream().mapToObj(number -> (int) number))
        .min(Comparator.naturalOrder());
  }

  private int declared(Known known, Copies.Declared declared) {
    for (PropertyPath path : declared.paths()) {
      List<Value> values = reading.values(known, path);
      if (values.stream().anyMatch(Value::opaque)) {
        doubts.undecided(known, path);
        // Those that come on top of a first one can be none.
        int least = declared.plus() > 0 ? 0 : 1;
        return (doubts.kindest() ? KIND_GUESS : least) + declared.plus();
      }
      OptionalDouble number =
          values.stream()
              .flatMap(v -> Reading.asNumber(v).stream().boxed())
              .mapToDouble(d -> d)
              .max();
      if (number.isPresent()) {
        return (int) number.getAsDouble() + declared.plus();
      }
    }
    return declared.otherwise();
  }
}
