package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.PropertyPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is said of `aws-native` names properties that the provider has; no SDK for Java has them.
 */
class NativeSchemaTest {
  private static final Path SCHEMA = Path.of("src/test/resources/schemas/aws-native.txt");

  /** Lists of settings, and maps with keys of their own, of which the schema names none. */
  private static final Set<String> OPEN =
      Set.of("loadBalancerAttributes", "targetGroupAttributes", "environment", "endpoint");

  private final Map<String, Set<String>> types = read();

  @Test
  void every_modelled_type_is_one_of_the_schema() {
    assertThat(modelled().stream().map(ResourceType::token))
        .hasSizeGreaterThan(100)
        .allMatch(types::containsKey);
  }

  @Test
  void every_property_is_one_of_its_type() {
    List<String> strangers = new ArrayList<>();
    for (ResourceType type : modelled()) {
      Set<String> known = types.getOrDefault(type.token(), Set.of());
      for (PropertyPath path : Vocabulary.paths(type)) {
        String whole = path.toString();
        boolean open = known.contains(path.property()) && OPEN.contains(path.property());
        if (!known.contains(whole) && !open && !endsInOutput(known, path)) {
          strangers.add(type.token() + " " + whole);
        }
      }
    }
    assertThat(strangers).isEmpty();
  }

  /** What the cloud gives has parts that inputs do not have: an endpoint has an address. */
  private static boolean endsInOutput(Set<String> known, PropertyPath path) {
    String last = path.steps().get(path.steps().size() - 1);
    return known.contains(path.property())
        && known.stream().noneMatch(other -> other.startsWith(path.property() + "."))
        && last.equals("address");
  }

  private static List<ResourceType> modelled() {
    return BundledEntries.all().stream()
        .filter(type -> type.token().startsWith("aws-native:") && !type.inert())
        .toList();
  }

  private static Map<String, Set<String>> read() {
    try {
      Map<String, Set<String>> types = new HashMap<>();
      for (String line : Files.readAllLines(SCHEMA)) {
        String[] words = line.split(" ");
        types.put(words[0], new HashSet<>(Arrays.asList(words).subList(1, words.length)));
      }
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
