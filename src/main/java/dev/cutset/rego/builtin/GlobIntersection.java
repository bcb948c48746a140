package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether some text that is not empty matches both of two patterns, as OPA decides it: step by
 * step, where a repeated part takes as much as it can.
 *
 * <p>A pattern is made of characters, dots and sets in brackets, each perhaps with a plus or a
 * star. What was found out for two places is kept, so that many stars do not take for ever.
 */
final class GlobIntersection {
  private final Map<Question, Boolean> answers = new HashMap<>();

  private GlobIntersection() {}

  static boolean meet(String left, String right) {
    List<Part> first = simple(new GlobReader(left).parts());
    List<Part> second = simple(new GlobReader(right).parts());
    int start = 0;
    while (start < Math.min(first.size(), second.size())
        && once(first, start)
        && once(second, start)) {
      if (!first.get(start).meets(second.get(start))) {
        return false;
      }
      start++;
    }
    int firstEnd = first.size();
    int secondEnd = second.size();
    start = Math.max(0, start - 1);
    while (firstEnd > start
        && secondEnd > start
        && once(first, firstEnd - 1)
        && once(second, secondEnd - 1)) {
      if (!first.get(firstEnd - 1).meets(second.get(secondEnd - 1))) {
        return false;
      }
      firstEnd--;
      secondEnd--;
    }
    // One pair on either side is kept, since the search starts from parts, not from nothing.
    int kept = firstEnd < first.size() ? 1 : 0;
    return new GlobIntersection()
        .all(
            new Rest(first.subList(start, firstEnd + kept), 0),
            new Rest(second.subList(start, secondEnd + kept), 0));
  }

  private static boolean once(List<Part> parts, int position) {
    return parts.get(position).repeat() == Repeat.ONCE;
  }

  /** How often a part may occur. */
  enum Repeat {
    ONCE,
    SOME,
    ANY
  }

  /**
   * One part of a pattern.
   *
   * @param characters what it stands for; null is anything
   * @param set whether it is written in brackets
   */
  record Part(@Nullable BitSet characters, boolean set, Repeat repeat) {
    boolean meets(Part other) {
      return characters == null
          || other.characters == null
          || characters.intersects(other.characters);
    }

    boolean sameAs(Part other) {
      return set == other.set && Objects.equals(characters, other.characters);
    }
  }

  /** Makes one of neighbours that repeat the same. */
  private static List<Part> simple(List<Part> parts) {
    List<Part> simple = new ArrayList<>();
    for (Part part : parts) {
      Part last = simple.isEmpty() ? null : simple.get(simple.size() - 1);
      boolean same =
          last != null
              && last.repeat() != Repeat.ONCE
              && part.repeat() != Repeat.ONCE
              && part.sameAs(last);
      if (same && part.repeat() == Repeat.SOME) {
        simple.set(simple.size() - 1, part);
      } else if (!same) {
        simple.add(part);
      }
    }
    return simple;
  }

  /** What is left of a pattern. */
  private record Rest(List<Part> parts, int at) {
    Part first() {
      return parts.get(at);
    }

    Rest after(int count) {
      return new Rest(parts, at + count);
    }

    int size() {
      return parts.size() - at;
    }

    /** Only the place: the patterns are told apart by which of the two they are. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Rest that && that.parts == parts && that.at == at;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(parts) * 31 + at;
    }
  }

  private record Question(Rest first, Rest second) {}

  private boolean all(Rest first, Rest second) {
    Question question = new Question(first, second);
    Boolean known = answers.get(question);
    if (known == null) {
      known = search(first, second);
      answers.put(question, known);
    }
    return known;
  }

  private boolean search(Rest first, Rest second) {
    int shared = Math.min(first.size(), second.size());
    for (int i = 0; i < shared; i++) {
      Rest left = first.after(i);
      Rest right = second.after(i);
      if (left.first().repeat() != Repeat.ONCE) {
        return repeated(left, right);
      } else if (right.first().repeat() != Repeat.ONCE) {
        return repeated(right, left);
      } else if (!left.first().meets(right.first())) {
        return false;
      }
    }
    return first.size() == second.size();
  }

  private boolean repeated(Rest repeating, Rest other) {
    if (repeating.first().repeat() == Repeat.ANY) {
      return starred(repeating, other);
    }
    if (!repeating.first().meets(other.first())) {
      return false;
    }
    return starred(repeating, other.after(1))
        || other.first().repeat() != Repeat.ONCE && all(repeating.after(1), other);
  }

  private boolean starred(Rest starred, Rest other) {
    Part star = starred.first();
    Part next = starred.size() > 1 ? starred.after(1).first() : null;
    for (int i = 0; i < other.size(); i++) {
      Part part = other.after(i).first();
      if (next != null && part.meets(next) && all(starred.after(1), other.after(i))) {
        return true;
      }
      if (!part.meets(star)) {
        return false;
      }
    }
    return next == null;
  }

  /** Reads the parts of a pattern. */
  private static final class GlobReader {
    private final String text;
    private final int[] characters;
    private int at;
    private boolean escaped;

    GlobReader(String text) {
      this.text = text;
      this.characters = text.codePoints().toArray();
    }

    List<Part> parts() {
      List<Part> parts = new ArrayList<>();
      while (at < characters.length) {
        parts.add(part());
      }
      return parts;
    }

    private Part part() {
      int c = next();
      BitSet stands = null;
      boolean set = false;
      if (escaped || ".[]+*".indexOf(c) < 0) {
        stands = new BitSet();
        stands.set(c);
      } else if (c == '[') {
        stands = set();
        set = true;
      } else if (c == ']') {
        throw invalid("set-close ']' with no preceding '['");
      } else if (c != '.') {
        throw invalid("flag '" + Character.toString(c) + "' must be preceded by a non-flag");
      }
      return new Part(stands, set, repeat());
    }

    private Repeat repeat() {
      int c = at < characters.length ? characters[at] : 0;
      if (c == '\\' && at + 1 == characters.length) {
        next();
      }
      Repeat repeat = c == '+' ? Repeat.SOME : c == '*' ? Repeat.ANY : Repeat.ONCE;
      at += repeat == Repeat.ONCE ? 0 : 1;
      return repeat;
    }

    private BitSet set() {
      BitSet set = new BitSet();
      int previous = -1;
      while (at < characters.length) {
        int c = next();
        if (!escaped && c == ']') {
          return set;
        } else if (!escaped && c == '-') {
          set.set(previous, rangeEnd(previous) + 1);
          previous = -1;
        } else {
          set.set(c);
          previous = c;
        }
      }
      throw invalid("found [ without matching ]");
    }

    private int rangeEnd(int start) {
      if (start < 0) {
        throw invalid("range character '-' must be preceded by a Unicode character");
      }
      if (at >= characters.length - 1) {
        throw invalid("range character '-' must be followed by a Unicode character");
      }
      int end = next();
      if (!escaped && (end == ']' || end == '-')) {
        throw invalid("range character '-' cannot be followed by a special symbol");
      }
      if (end < start) {
        throw invalid(
            "range is out of order: '"
                + Character.toString(end)
                + "' comes before '"
                + Character.toString(start)
                + "' in Unicode");
      }
      return end;
    }

    private int next() {
      int c = characters[at++];
      escaped = c == '\\';
      if (!escaped) {
        return c;
      }
      if (at == characters.length) {
        at--;
        throw invalid("input ends with a \\ (escape) character");
      }
      return characters[at++];
    }

    private BuiltinException invalid(String message) {
      return BuiltinException.failed(
          "input:" + text + ", pos:" + at + ", " + message + ": the input provided is invalid");
    }
  }
}
