package dev.cutset.bench.stacks;

import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** The first so many resources of a shape; made anew whenever somebody goes through them. */
record Stack(Shape shape, int size, long seed, Map<String, Kind> kinds) {
  void forEach(Consumer<Made> reader) {
    shape.make(new Site(kinds, size, new Random(seed), reader));
  }

  /** Where a shape puts what it makes; what is beyond the size is dropped. */
  static final class Site {
    final Random random;
    final int size;
    private final Map<String, Kind> kinds;
    private final Consumer<Made> reader;
    private int count;

    private Site(Map<String, Kind> kinds, int size, Random random, Consumer<Made> reader) {
      this.kinds = kinds;
      this.size = size;
      this.random = random;
      this.reader = reader;
    }

    boolean full() {
      return count >= size;
    }

    int left() {
      return size - count;
    }

    /** The start of a resource; it is there once it is put. */
    Made make(String type, String name) {
      Kind kind = kinds.get(type);
      if (kind == null) {
        throw new IllegalArgumentException("`" + type + "` is not in kinds.txt");
      }
      return Made.of(kind, name);
    }

    Made put(Made made) {
      if (count++ < size) {
        reader.accept(made);
      }
      return made;
    }

    boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }
  }
}
