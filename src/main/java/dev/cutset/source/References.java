package dev.cutset.source;

import dev.cutset.source.Reference.Part;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the resources that a Terraform expression's references lead to, through modules.
 *
 * <p>A plan tells what an expression names, not how it computes with it. Where an expression names
 * all instances of a resource and its own {@code count.index} or {@code each.key} with them, it is
 * taken to pick the instance with the same key; where it names all of them and no key, all count.
 * The {@code each} right after such a name is what stands in its brackets, and leads nowhere
 * itself.
 *
 * <p>Limit: a plan does not tell what stands behind {@code local}, so nothing is found there. But
 * what a module without resources of its own gives back can only be made of what it is given.
 */
final class References {
  /** Deeper than any real nesting of modules; only a damaged plan goes round in circles. */
  private static final int DEEPEST = 40;

  private final Configuration configuration;
  private final PlannedResources resources;
  private final Map<Visit, Set<Urn>> visited = new HashMap<>();

  References(Configuration configuration, PlannedResources resources) {
    this.configuration = configuration;
    this.resources = resources;
  }

  /**
   * The resources behind an expression.
   *
   * @param single whether the property takes one value, not a list of several
   */
  Set<Urn> behind(Expression expression, Place place, boolean single) {
    return behind(expression, place, Taking.ALL, single, 0);
  }

  /** The resources behind references that stand for themselves, such as in {@code depends_on}. */
  Set<Urn> behind(List<Reference> references, Place place) {
    Set<Urn> found = new LinkedHashSet<>();
    for (Reference reference : references) {
      found.addAll(behind(reference, place, Taking.ALL, 0));
    }
    return found;
  }

  private Set<Urn> behind(
      Expression expression, Place place, Taking taking, boolean single, int depth) {
    // Nearly all are one of these two, and a plan has millions of them.
    if (expression instanceof Expression.Constant) {
      return Set.of();
    }
    if (expression instanceof Expression.References named) {
      return behind(named.references(), place, taking, single, depth);
    }
    Set<Urn> found = new LinkedHashSet<>();
    for (List<Reference> references : expression.singles()) {
      found.addAll(behind(references, place, taking, single, depth));
    }
    return found;
  }

  private Set<Urn> behind(
      List<Reference> references, Place place, Taking taking, boolean single, int depth) {
    if (depth > DEEPEST) {
      return Set.of();
    }
    boolean perInstance = single && anyNamesItsInstance(references);
    Optional<String> key = perInstance ? place.key() : taking.key();
    Taking each = key.isEmpty() ? Taking.ALL : new Taking(List.of(), key);
    if (references.size() == 1 && taking.rest().isEmpty()) {
      return behind(references.get(0), place, each, depth + 1);
    }
    List<Reference> leading = new ArrayList<>();
    List<Set<Urn>> sets = new ArrayList<>();
    boolean picking = false;
    for (Reference reference : references) {
      boolean index = picking && reference.name(0).equals("each");
      picking = reference.namesAllInstances();
      if (index) {
        continue;
      }
      Set<Urn> set = behind(reference, place, each, depth + 1);
      if (!set.isEmpty()) {
        leading.add(reference);
        sets.add(set);
      }
    }
    if (leading.size() == 1 && !taking.rest().isEmpty()) {
      return behind(leading.get(0), place, new Taking(taking.rest(), key), depth + 1);
    }
    if (sets.size() == 1) {
      return sets.get(0);
    }
    return elementOf(sets, taking).orElseGet(() -> union(sets));
  }

  private static boolean anyNamesItsInstance(List<Reference> references) {
    for (Reference reference : references) {
      String root = reference.name(0);
      if (root.equals("each") || (root.equals("count") && reference.name(1).equals("index"))) {
        return true;
      }
    }
    return false;
  }

  /** The n-th of several single resources that were put into a list by hand. */
  private static Optional<Set<Urn>> elementOf(List<Set<Urn>> sets, Taking taking) {
    if (!taking.startsWithIndex() || sets.stream().anyMatch(set -> set.size() != 1)) {
      return Optional.empty();
    }
    String index = taking.rest().get(0).text();
    boolean fits = index.matches("\\d{1,6}") && Integer.parseInt(index) < sets.size();
    return fits ? Optional.of(sets.get(Integer.parseInt(index))) : Optional.empty();
  }

  private static Set<Urn> union(List<Set<Urn>> sets) {
    Set<Urn> union = new LinkedHashSet<>();
    sets.forEach(union::addAll);
    return union;
  }

  private Set<Urn> behind(Reference reference, Place place, Taking taking, int depth) {
    return switch (reference.name(0)) {
      case "var", "module", "data" -> elsewhere(reference, place, taking, depth);
      case "each" -> element(reference, place, taking.after(reference.rest(2)), depth);
      case "local", "count", "path", "terraform", "self", "" -> Set.of();
      default -> resource(reference, 0, place, taking);
    };
  }

  /** What has to be looked up in further expressions: many references ask for the same. */
  private Set<Urn> elsewhere(Reference reference, Place place, Taking taking, int depth) {
    Visit visit = new Visit(place.module(), reference, taking);
    Set<Urn> known = visited.putIfAbsent(visit, Set.of());
    if (known != null) {
      return known;
    }
    Set<Urn> found =
        switch (reference.name(0)) {
          case "var" -> variable(reference, place, taking.after(reference.rest(2)), depth);
          case "module" -> module(reference, place, taking, depth);
          default -> data(reference, place, taking, depth);
        };
    visited.put(visit, found);
    return found;
  }

  private record Visit(List<Address.Module> module, Reference reference, Taking taking) {}

  /**
   * The instances that a reference names.
   *
   * @param at where its type stands in it
   */
  private Set<Urn> resource(Reference reference, int at, Place place, Taking taking) {
    String local = at == 0 ? reference.local() : dataLocal(reference);
    Instances<Urn> instances = resources.find(place.module(), local);
    if (instances == null) {
      return Set.of();
    }
    if (reference.hasIndex(at + 2)) {
      return Set.copyOf(instances.at(reference.parts().get(at + 2).text()));
    }
    Urn only = instances.only();
    return only != null
        ? Set.of(only)
        : new LinkedHashSet<>(taking.after(reference.rest(at + 2)).pick(instances));
  }

  private static String dataLocal(Reference reference) {
    return Address.local(false, reference.name(1), reference.name(2));
  }

  /** What it was looked up by leads on; what leads nowhere else stands for itself. */
  private Set<Urn> data(Reference reference, Place place, Taking taking, int depth) {
    Configuration.Declaration data =
        configuration.module(place.module()).resources().get(dataLocal(reference));
    if (data == null) {
      return Set.of();
    }
    Set<Urn> found = new LinkedHashSet<>();
    Place inside = new Place(place.module(), Optional.empty(), data.repetition());
    for (Expression expression : data.expressions().values()) {
      found.addAll(behind(expression, inside, Taking.ALL, true, depth + 1));
    }
    return found.isEmpty() ? resource(reference, 1, place, taking) : found;
  }

  private Set<Urn> variable(Reference reference, Place place, Taking taking, int depth) {
    Configuration.Called called = configuration.called(place.module()).orElse(null);
    Expression argument =
        called == null ? null : called.call().expressions().get(reference.name(1));
    return called == null || argument == null
        ? Set.of()
        : behind(argument, called.from(), taking, true, depth + 1);
  }

  /** {@code each.value} is what {@code for_each} holds for the instance's own key. */
  private Set<Urn> element(Reference reference, Place place, Taking taking, int depth) {
    if (!reference.name(1).equals("value") || place.repetition().isEmpty()) {
      return Set.of();
    }
    List<Part> own = place.key().map(key -> List.of(Part.ofIndex(key))).orElse(List.of());
    Place outside = new Place(place.module(), Optional.empty(), Optional.empty());
    return behind(place.repetition().get(), outside, taking.after(own), true, depth + 1);
  }

  private Set<Urn> module(Reference reference, Place place, Taking taking, int depth) {
    Instances<List<Address.Module>> instances = resources.called(place.module(), reference.name(1));
    boolean indexed = reference.hasIndex(2);
    Taking output = taking.after(reference.rest(indexed ? 3 : 2));
    Collection<List<Address.Module>> chosen;
    if (instances == null) {
      // A module without resources of its own can still pass on what it was given.
      chosen = List.of(inside(place.module(), reference.name(1)));
    } else if (indexed) {
      chosen = instances.at(reference.parts().get(2).text());
    } else if (instances.only() != null) {
      chosen = instances.all();
    } else {
      chosen = output.pick(instances);
      output = output.startsWithIndex() ? output.without(1) : output;
    }
    Set<Urn> found = new LinkedHashSet<>();
    for (List<Address.Module> module : chosen) {
      found.addAll(outputs(module, output, depth));
    }
    return found;
  }

  private static List<Address.Module> inside(List<Address.Module> outer, String name) {
    List<Address.Module> module = new ArrayList<>(outer);
    module.add(new Address.Module(name, Optional.empty()));
    return module;
  }

  /** What one output of a module leads to; every output, if the module is named as a whole. */
  private Set<Urn> outputs(List<Address.Module> module, Taking taking, int depth) {
    Map<String, Expression> outputs = configuration.module(module).outputs();
    Place inside = new Place(module, Optional.empty(), Optional.empty());
    if (taking.startsWithName()) {
      Expression output = outputs.get(taking.rest().get(0).text());
      return output == null ? Set.of() : output(output, inside, taking.without(1), depth);
    }
    Set<Urn> found = new LinkedHashSet<>();
    for (Expression output : outputs.values()) {
      found.addAll(output(output, inside, taking, depth));
    }
    return found;
  }

  private Set<Urn> output(Expression output, Place inside, Taking taking, int depth) {
    Set<Urn> found = behind(output, inside, taking, true, depth + 1);
    return found.isEmpty() && namesLocal(output) && resources.makesNothing(inside.module())
        ? given(inside.module(), depth + 1)
        : found;
  }

  private static boolean namesLocal(Expression expression) {
    for (List<Reference> references : expression.singles()) {
      for (Reference reference : references) {
        if (reference.name(0).equals("local")) {
          return true;
        }
      }
    }
    return false;
  }

  /** All that a module is given. */
  private Set<Urn> given(List<Address.Module> module, int depth) {
    Configuration.Called called = configuration.called(module).orElse(null);
    if (called == null) {
      return Set.of();
    }
    Set<Urn> given = new LinkedHashSet<>();
    for (Expression argument : called.call().expressions().values()) {
      given.addAll(behind(argument, called.from(), Taking.ALL, true, depth));
    }
    return given;
  }
}
