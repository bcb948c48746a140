package dev.cutset.pulumi.offline;

import dev.cutset.yaml.YamlException;
import dev.cutset.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of one cloud look like, read from {@code offline/NAME.yaml}: identifiers, outputs
 * and the answers to lookups, as templates.
 *
 * <p>A cloud without a file has no shapes; its placeholders are plain texts.
 */
final class Shapes {
  private final Map<?, ?> file;

  private Shapes(Map<?, ?> file) {
    this.file = file;
  }

  static Shapes of(String provider) {
    String name = "/offline/" + provider + ".yaml";
    try (InputStream in = Shapes.class.getResourceAsStream(name)) {
      if (in == null) {
        return new Shapes(Map.of());
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Shapes((Map<?, ?>) YamlReader.values(text, name).orElseThrow());
    } catch (IOException | YamlException e) {
      throw new IllegalStateException("cannot read `" + name + "`", e);
    }
  }

  /** A constant of the cloud, such as the account or the region where none is configured. */
  Optional<String> constant(String name) {
    return Optional.ofNullable(section(file, "constants").get(name)).map(Object::toString);
  }

  /** The types that have shapes. */
  List<String> types() {
    return names(section(file, "types"));
  }

  /** The names of the outputs that a type has a shape for, its identifier apart. */
  List<String> outputsOf(String type) {
    return names(section(section(file, "types"), type)).stream()
        .filter(name -> !name.equals("id"))
        .toList();
  }

  /** The shape of a type's output, identifiers included. */
  Optional<Object> ofType(String type, String property) {
    return Optional.ofNullable(section(section(file, "types"), type).get(property));
  }

  /** The shape of an output of that name in any type; the longest fitting ending decides. */
  Optional<Object> ofAny(String property) {
    Map<?, ?> any = section(file, "any");
    Object exact = any.get(property);
    for (int i = 0; exact == null && i < property.length(); i++) {
      exact = any.get("*" + property.substring(i));
    }
    return Optional.ofNullable(exact);
  }

  /** The lookups that have an answer. */
  List<String> lookups() {
    return names(section(file, "lookups"));
  }

  /** The shapes of what a lookup answers. */
  Map<?, ?> ofLookup(String token) {
    return section(section(file, "lookups"), token);
  }

  private static List<String> names(Map<?, ?> section) {
    return section.keySet().stream().map(Object::toString).toList();
  }

  private static Map<?, ?> section(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> found ? found : Map.of();
  }
}
