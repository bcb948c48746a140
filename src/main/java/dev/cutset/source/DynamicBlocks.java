package dev.cutset.source;

import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what a dynamic block is made of. A plan shows the block's values and not its expressions,
 * but modules take what they put into a block from variables that are called like it, or like the
 * properties in it.
 */
final class DynamicBlocks {
  private static final Pattern ENDING = Pattern.compile("(?:ids?|arns?|s)$");
  private static final int TELLING = 4;

  private final Configuration configuration;
  private final References references;

  DynamicBlocks(Configuration configuration, References references) {
    this.configuration = configuration;
    this.references = references;
  }

  /** The resources behind what is unknown in a block of which the configuration shows nothing. */
  Set<Urn> behind(String block, Value value, Place place) {
    List<Address.Module> module = place.module();
    if (module.isEmpty() || !mayBeBlock(value)) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    gatherUnknown(value, names);
    if (names.isEmpty() && !value.opaque()) {
      return Set.of();
    }
    int last = module.size() - 1;
    Configuration.Call call =
        configuration.module(module.subList(0, last)).calls().get(module.get(last).name());
    Set<Urn> found = new LinkedHashSet<>();
    if (call != null) {
      for (String variable : call.expressions().keySet()) {
        if (isFor(variable, block, names)) {
          found.addAll(references.behind(List.of(Reference.of("var." + variable)), place));
        }
      }
    }
    return found;
  }

  private static boolean mayBeBlock(Value value) {
    if (value instanceof Value.Items items) {
      return !items.values().isEmpty() && items.values().get(0) instanceof Value.Fields;
    }
    return value instanceof Value.Unknown;
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

  private static boolean isFor(String variable, String block, Set<String> names) {
    String plain = plain(variable);
    if (plain.equals(plain(block))) {
      return true;
    }
    for (String name : names) {
      if (name.length() >= TELLING && plain.endsWith(name)) {
        return true;
      }
    }
    return false;
  }

  /** {@code subnet_ids} and {@code subnets} are called alike. */
  private static String plain(String name) {
    String together = name.replace("_", "").toLowerCase(Locale.ROOT);
    return ENDING.matcher(together).replaceFirst("");
  }
}
