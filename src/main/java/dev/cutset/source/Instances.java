package dev.cutset.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The instances of one resource or module call, by their keys, and how one of them is picked. */
final class Instances<T> {
  private static final String NO_KEY = "";

  /** Terraform puts the elements of a count in the order of numbers, those of a map by text. */
  private static final Comparator<String> ORDER =
      (a, b) ->
          number(a) && number(b) && a.length() != b.length()
              ? Integer.compare(a.length(), b.length())
              : a.compareTo(b);

  /** Most have one instance, without a key: a tree is made for the second. */
  private Map<String, T> byKey = Map.of();

  void put(Optional<String> key, T instance) {
    if (byKey.isEmpty()) {
      byKey = Map.of(key.orElse(NO_KEY), instance);
      return;
    }
    if (!(byKey instanceof TreeMap)) {
      Map<String, T> first = byKey;
      byKey = new TreeMap<>(ORDER);
      byKey.putAll(first);
    }
    byKey.put(key.orElse(NO_KEY), instance);
  }

  /** The one that there is; null where there are several. */
  @Nullable T only() {
    return byKey.size() == 1 ? byKey.values().iterator().next() : null;
  }

  Collection<T> all() {
    return byKey.values();
  }

  /** The instance that a written index names; none if there is no such instance. */
  List<T> at(String index) {
    T found = byKey.get(index);
    return found == null ? List.of() : List.of(found);
  }

  /**
   * The instance that an index into the list or map of all instances names; all of them if the
   * index fits none.
   */
  Collection<T> nth(String index) {
    List<T> exact = at(index);
    if (!exact.isEmpty()) {
      return exact;
    }
    List<T> inOrder = new ArrayList<>(byKey.values());
    boolean fits = number(index) && index.length() < 9 && Integer.parseInt(index) < inOrder.size();
    return fits ? List.of(inOrder.get(Integer.parseInt(index))) : inOrder;
  }

  /**
   * The instance that goes with an element of the same key elsewhere. Counted elements are dealt
   * out in turn, as Terraform's {@code element} does; where no instance fits, all of them.
   */
  Collection<T> counterpart(String key) {
    List<T> exact = at(key);
    if (!exact.isEmpty()) {
      return exact;
    }
    boolean counted = number(key) && key.length() < 9 && byKey.containsKey("0");
    return counted ? at(String.valueOf(Integer.parseInt(key) % byKey.size())) : byKey.values();
  }

  private static boolean number(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
