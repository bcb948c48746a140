package dev.cutset.architecture.declared;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells apart resources of one type and one name, such as a service that is called the same in each
 * of its regions.
 */
final class Namesakes {
  private Namesakes() {}

  /**
   * Those of several with one name that a resource means: the one that an edge leads to, or the one
   * in its own region. Where neither tells, it may be any of them.
   *
   * @param linked what edges lead to
   */
  static List<Known> meant(Resource from, List<Known> named, List<Known> linked) {
    if (!areOfOneType(named)) {
      return named;
    }
    List<Known> told = new ArrayList<>();
    for (Known one : named) {
      if (linked.contains(one)) {
        told.add(one);
      }
    }
    return told.size() == 1 ? told : besides(from, told.isEmpty() ? named : told);
  }

  /** Whether regions that are not known yet may tell which of several it means. */
  static boolean mayTell(Resource from, List<Known> named) {
    if (!areOfOneType(named)) {
      return false;
    }
    for (Known one : named) {
      if (isRegionUnknown(one.resource())) {
        return true;
      }
    }
    return isRegionUnknown(from);
  }

  private static boolean isRegionUnknown(Resource resource) {
    for (PropertyPath path : Reading.REGIONS) {
      for (Value value : path.in(resource)) {
        if (value.opaque()) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Known> besides(Resource from, List<Known> named) {
    Optional<String> here = region(from);
    if (here.isEmpty()) {
      return named;
    }
    List<Known> near = new ArrayList<>();
    for (Known one : named) {
      if (region(one.resource()).equals(here)) {
        near.add(one);
      }
    }
    return near.isEmpty() ? named : near;
  }

  private static boolean areOfOneType(List<Known> named) {
    for (Known one : named) {
      if (!one.type().token().equals(named.get(0).type().token())) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> region(Resource resource) {
    for (PropertyPath path : Reading.REGIONS) {
      for (Value value : path.in(resource)) {
        if (value instanceof Value.Text text && !text.value().isBlank()) {
          return Optional.of(
              text.value()
                  .substring(text.value().lastIndexOf('/') + 1)
                  .replace(" ", "")
                  .toLowerCase(Locale.ROOT));
        }
      }
    }
    return Optional.empty();
  }
}
