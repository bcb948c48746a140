package dev.cutset.source;

import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds what a dynamic block is made of. A plan shows the block's values and not its expressions,
 * but a module puts there what it is given by variables that are called like the block, or like the
 * properties in it, or else what it makes itself of such a kind.
 */
final class DynamicBlocks {
  private static final Pattern ENDING = Pattern.compile("(?:ids?|arns?|s)$");
  private static final Set<String> OF_ANYTHING = Set.of("", "name", "version", "type");

  private final Configuration configuration;
  private final References references;

  DynamicBlocks(Configuration configuration, References references) {
    this.configuration = configuration;
    this.references = references;
  }

  /**
   * The resources behind what is unknown in a block of which the configuration shows nothing.
   *
   * @param place in a module that is called: the root is given nothing by variables
   */
  Set<Urn> behind(String block, Value value, Place place) {
    if (value instanceof Value.Unknown) {
      return given(plain(block)::equals, place);
    }
    Set<String> unknown = new LinkedHashSet<>();
    if (value instanceof Value.Items items
        && !items.values().isEmpty()
        && items.values().get(0) instanceof Value.Fields) {
      gatherUnknown(value, unknown);
    }
    Set<Urn> found = new LinkedHashSet<>();
    for (String name : unknown) {
      found.addAll(behindProperty(name, plain(block), place));
    }
    return found;
  }

  private Set<Urn> behindProperty(String property, String block, Place place) {
    String name = OF_ANYTHING.contains(property) ? block : property;
    Set<Urn> given = given(v -> v.equals(block) || v.endsWith(name), place);
    Set<Urn> ofKind = ofKind(name, given);
    if (ofKind.isEmpty()) {
      ofKind = made(name, place);
    }
    return ofKind.isEmpty() ? given : ofKind;
  }

  /** What the module is given by variables of such names. */
  private Set<Urn> given(Predicate<String> name, Place place) {
    Configuration.Called called = configuration.called(place.module()).orElse(null);
    if (called == null) {
      return Set.of();
    }
    Set<Urn> given = new LinkedHashSet<>();
    for (String variable : called.call().expressions().keySet()) {
      if (name.test(plain(variable))) {
        given.addAll(references.behind(List.of(Reference.of("var." + variable)), place));
      }
    }
    return given;
  }

  /** All that the module makes of a kind, if one declaration makes all of it. */
  private Set<Urn> made(String kind, Place place) {
    Set<Urn> made = Set.of();
    for (String local : configuration.module(place.module()).resources().keySet()) {
      Reference reference = Reference.of(local);
      if (isOfKind(reference.name(0), kind)) {
        if (!made.isEmpty()) {
          return Set.of();
        }
        made = references.behind(List.of(reference), place);
      }
    }
    return made;
  }

  private static Set<Urn> ofKind(String kind, Set<Urn> all) {
    Set<Urn> ofKind = new LinkedHashSet<>();
    for (Urn urn : all) {
      if (Address.of(urn.text()).filter(address -> isOfKind(address.type(), kind)).isPresent()) {
        ofKind.add(urn);
      }
    }
    return ofKind;
  }

  private static boolean isOfKind(String type, String kind) {
    return plain(type).endsWith(kind);
  }

  private static void gatherUnknown(Value value, Set<String> names) {
    if (value instanceof Value.Items items) {
      for (Value item : items.values()) {
        gatherUnknown(item, names);
      }
    } else if (value instanceof Value.Fields fields) {
      fields
          .values()
          .forEach(
              (name, field) -> {
                if (field instanceof Value.Unknown) {
                  names.add(plain(name));
                } else {
                  gatherUnknown(field, names);
                }
              });
    }
  }

  /** {@code subnet_ids} and {@code subnets} are called alike. */
  private static String plain(String name) {
    String together = name.replace("_", "").toLowerCase(Locale.ROOT);
    return ENDING.matcher(together).replaceFirst("");
  }
}
