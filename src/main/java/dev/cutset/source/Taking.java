package dev.cutset.source;

import dev.cutset.source.Reference.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is taken of that which a Terraform reference names.
 *
 * @param rest the indexes and names that follow
 * @param key the key of the instance that it is for, where it is for one only
 */
record Taking(List<Part> rest, Optional<String> key) {
  static final Taking ALL = new Taking(List.of(), Optional.empty());

  Taking {
    rest = List.copyOf(rest);
  }

  Taking after(List<Part> nearer) {
    if (nearer.isEmpty()) {
      return this;
    }
    List<Part> joined = new ArrayList<>(nearer);
    joined.addAll(rest);
    return new Taking(joined, key);
  }

  Taking without(int parts) {
    return new Taking(rest.subList(parts, rest.size()), key);
  }

  boolean startsWithIndex() {
    return !rest.isEmpty() && rest.get(0).index();
  }

  boolean startsWithName() {
    return !rest.isEmpty() && !rest.get(0).index();
  }

  /** The instances taken: one if an index or a key tells which, otherwise all. */
  <T> Collection<T> pick(Instances<T> instances) {
    if (startsWithIndex()) {
      return instances.nth(rest.get(0).text());
    }
    return key.isPresent() ? instances.counterpart(key.get()) : instances.all();
  }
}
