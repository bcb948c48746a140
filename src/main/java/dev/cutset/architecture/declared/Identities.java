package dev.cutset.architecture.declared;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By which texts resources are known: ids, names and addresses, and the kinds of their types. */
final class Identities {
  private static final String FAMILY = "family";
  private static final PropertyPath NAME = PropertyPath.of("name");
  private static final PropertyPath ARN = PropertyPath.of("arn");

  /** Shorter names are in other words by accident. */
  private static final int TELLING = 3;

  private final Map<String, List<Known>> byIdentity = new HashMap<>();
  private final Map<String, List<Known>> byKind = new HashMap<>();
  private final Map<String, Known> families = new HashMap<>();
  private final Set<Known> unnamed = new HashSet<>();

  Identities(Declared declared) {
    declared.all().forEach(this::index);
  }

  /** The resources with a text, in its normal form, as id, name or address. */
  List<Known> named(String normal) {
    return byIdentity.getOrDefault(normal, List.of());
  }

  /** Those of a type whose last word is the kind, in small letters: {@code targetgroup}. */
  List<Known> ofKind(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /**
   * Those of types with whose last word the kind ends: that of a {@code sourceBucket} is a bucket.
   */
  List<Known> ofKindsEnding(String kind) {
    List<Known> close = new ArrayList<>();
    byKind.forEach(
        (name, all) -> {
          if (name.length() > 3 && kind.endsWith(name)) {
            close.addAll(all);
          }
        });
    return close;
  }

  /**
   * What makes services of several names that begin with its own, as releases and operators do:
   * {@code shop-db-postgresql} is one of {@code shop-db}.
   */
  Optional<Known> family(String host) {
    if (families.isEmpty()) {
      return Optional.empty();
    }
    String label = normal(host.split("[.:/]", 2)[0]);
    while (true) {
      Known head = families.get(label);
      int dash = label.lastIndexOf('-');
      if (head != null || dash < 0) {
        return Optional.ofNullable(head);
      }
      label = label.substring(0, dash);
    }
  }

  /** Whether somebody gave it a name that is not known yet. */
  boolean unnamed(Known known) {
    return unnamed.contains(known);
  }

  private void index(Known known) {
    String token = known.type().token();
    String kind = token.substring(token.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(known);
    PropertyPath family = known.type().facts().get(FAMILY);
    if (family != null) {
      family.in(known.resource()).stream()
          .flatMap(value -> Reading.asText(value).stream())
          .forEach(text -> families.putIfAbsent(normal(text), known));
      noteUnknown(known, family);
    }
    noteUnknown(known, NAME);
    known.type().identities().forEach(path -> noteUnknown(known, path));
    for (String text : texts(known)) {
      if (!text.isBlank()) {
        byIdentity.computeIfAbsent(normal(text), key -> new ArrayList<>()).add(known);
      }
    }
  }

  /** Whether a longer text, such as the address of a page, has one of its names in it. */
  static boolean isWithin(String longer, Known known) {
    String normal = normal(longer);
    return texts(known).stream()
        .anyMatch(text -> text.length() >= TELLING && hasWord(normal, normal(text)));
  }

  /** Whether a text has the name in it, and not as a part of another such as {@code orders-old}. */
  private static boolean hasWord(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || !continues(text.charAt(at - 1)))
          && (end == text.length() || !continues(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean continues(char character) {
    return Character.isLetterOrDigit(character) || character == '-' || character == '_';
  }

  private static Set<String> texts(Known known) {
    Set<String> texts = new LinkedHashSet<>();
    known.resource().id().ifPresent(texts::add);
    gather(known, NAME, texts);
    gather(known, ARN, texts);
    known.type().identities().forEach(path -> gather(known, path, texts));
    return texts;
  }

  private void noteUnknown(Known known, PropertyPath path) {
    if (path.in(known.resource()).stream().anyMatch(Value.Unknown.class::isInstance)) {
      unnamed.add(known);
    }
  }

  private static void gather(Known known, PropertyPath path, Set<String> texts) {
    path.in(known.resource()).forEach(value -> add(value, texts));
    Value output = known.resource().outputs().get(path.property());
    if (output != null) {
      path.within(new Value.Fields(Map.of(path.property(), output)))
          .forEach(value -> add(value, texts));
    }
  }

  private static void add(Value value, Set<String> texts) {
    if (value instanceof Value.Text text) {
      texts.add(text.value());
    }
  }

  /** How a text is compared: without regard to case, or to what DNS names have at their ends. */
  static String normal(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("dualstack.")) {
      lower = lower.substring("dualstack.".length());
    }
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
