package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.source.StackReader;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Counts the types of the stacks in a folder that CUTSET_REAL_STACKS names, and compares with what
 * {@code docs/catalog.md} says of them. Run it with {@code -Dcatalog.write=true} to write that
 * anew.
 */
@EnabledIfEnvironmentVariable(named = "CUTSET_REAL_STACKS", matches = ".+")
class RealTypesTest {
  private static final Path PAGE = Path.of("docs/catalog.md");
  private static final String START = "<!-- real types -->\n";
  private static final String END = "<!-- /real types -->";

  private final YamlCatalog catalog = YamlCatalog.bundled();
  private final Map<String, Integer> seen = new TreeMap<>();
  private int grouping;

  @Test
  void the_page_has_the_numbers_of_types_that_people_use() throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of(System.getenv("CUTSET_REAL_STACKS")))) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    int resources = 0;
    for (Path file : files) {
      Stack stack = new StackReader(Interest.everything(), catalog).read(file);
      resources += stack.resources().size();
      for (Resource resource : stack.resources()) {
        // A provider says where others are, and a component of somebody's own groups them.
        if (!resource.type().startsWith("pulumi:providers:")
            && (resource.custom() || catalog.find(resource.type()).isPresent())) {
          seen.merge(resource.type(), 1, Integer::sum);
        } else {
          grouping++;
        }
      }
    }
    String page = Files.readString(PAGE);
    String fresh =
        page.substring(0, page.indexOf(START) + START.length())
            + table(files.size(), resources)
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("catalog.write")) {
      Files.writeString(PAGE, fresh);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(fresh);
  }

  private String table(int files, int resources) {
    List<String> components = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<String> inert = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String type : seen.keySet()) {
      Optional<ResourceType> known = catalog.find(type);
      known
          .map(t -> t.inert() ? inert : t.role().isPresent() ? components : parts)
          .orElse(missing)
          .add(type);
    }
    return """
        %d stacks with %d resources, of which %d are providers or components of somebody's own.

        | | types | resources |
        |---|---|---|
        """
            .formatted(files, resources, grouping)
        + row("all others", List.copyOf(seen.keySet()))
        + row("judged as components", components)
        + row("judged as parts of them", parts)
        + row("known to have no bearing", inert)
        + row("not modelled", missing)
        + "\nNot modelled: "
        + (missing.isEmpty()
            ? "none"
            : missing.stream()
                .map(type -> "`" + type + "` (" + seen.get(type) + ")")
                .collect(Collectors.joining(", ")))
        + ".\n";
  }

  private String row(String title, List<String> types) {
    int resources = types.stream().mapToInt(type -> seen.getOrDefault(type, 0)).sum();
    return "| " + title + " | " + types.size() + " | " + resources + " |\n";
  }
}
