package dev.cutset.rego;

import dev.cutset.rego.RegoException.Kind;
import org.jspecify.annotations.Nullable;

/** The statements that fill collections. */
final class Insertions {
  private Insertions() {}

  private static RegoException conflict(Frame frame, int place) {
    return new RegoException(Kind.CONFLICT, frame.place(place), "object keys must be unique");
  }

  /** Appends to an array that is being made. */
  record Append(Operand value, int array) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue element = value.get(frame);
      if (element == null) {
        return UNDEFINED;
      }
      if (frame.locals[array] instanceof RegoArray growing) {
        frame.evaluation.spending().make(1);
        growing.append(element);
      }
      return NEXT;
    }
  }

  /** Adds to a set that is being made. */
  record Add(Operand value, int set, int place) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue element = value.get(frame);
      if (element == null) {
        return UNDEFINED;
      }
      if (!(frame.locals[set] instanceof RegoSet growing) || !growing.isOpen()) {
        throw conflict(frame, place);
      }
      frame.evaluation.spending().make(1);
      growing.add(element);
      return NEXT;
    }
  }

  /** Inserts into an object that is being made; if once, a different value is a conflict. */
  record Insert(Operand key, Operand value, int object, boolean once, int place)
      implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue at = key.get(frame);
      RegoValue inserted = value.get(frame);
      if (at == null || inserted == null) {
        return UNDEFINED;
      }
      if (!(frame.locals[object] instanceof RegoObject growing) || !growing.isOpen()) {
        throw conflict(frame, place);
      }
      RegoValue before = once ? growing.get(at) : null;
      if (before != null) {
        // Of equal numbers written in two ways, the first one stays.
        if (!before.equals(inserted)) {
          throw conflict(frame, place);
        }
        return NEXT;
      }
      frame.evaluation.spending().make(1);
      growing.put(at, inserted);
      return NEXT;
    }
  }

  /** Joins two documents; what is not an object in both is taken from the first. */
  record Merge(int a, int b, int target) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.locals[target] = merged(frame, frame.locals[a], frame.locals[b]);
      return NEXT;
    }

    private static @Nullable RegoValue merged(
        Frame frame, @Nullable RegoValue first, @Nullable RegoValue second) {
      if (first == null || second == null) {
        return first == null ? second : first;
      }
      if (!(first instanceof RegoObject base) || !(second instanceof RegoObject over)) {
        return first;
      }
      RegoObject.Builder all = base.toBuilder();
      over.forEach(
          (key, value) -> {
            RegoValue both = merged(frame, base.get(key), value);
            all.put(key, both == null ? value : both);
          });
      frame.evaluation.spending().make(1 + all.size());
      return all.counted();
    }
  }
}
