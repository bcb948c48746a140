package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of {@code docs/catalog.md} follows from the entries. Run this test with {@code
 * -Dcatalog.write=true} to write it anew.
 */
class CatalogPageTest {
  private static final Path PAGE = Path.of("docs/catalog.md");
  private static final String START = "<!-- types -->\n";
  private static final String END = "<!-- /types -->";

  @Test
  void the_page_has_the_numbers_of_types_there_are() throws IOException {
    String page = Files.readString(PAGE);
    String fresh =
        page.substring(0, page.indexOf(START) + START.length())
            + table()
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("catalog.write")) {
      Files.writeString(PAGE, fresh);
    }
    assertThat(Files.readString(PAGE))
        .as("write it anew with mvn test -Dtest=CatalogPageTest -Dcatalog.write=true")
        .isEqualTo(fresh);
  }

  @Test
  void the_page_explains_every_key_of_an_entry() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(EntryReader.KEYS).allMatch(key -> page.contains("| `" + key + "` |"));
  }

  private static String table() {
    Map<String, List<ResourceType>> packages =
        BundledEntries.all().stream()
            .collect(
                Collectors.groupingBy(
                    type -> type.token().substring(0, type.token().indexOf(':')),
                    TreeMap::new,
                    Collectors.toList()));
    StringBuilder rows = new StringBuilder("| package | components | parts | inert |\n|---|---|---|---|\n");
    packages.forEach((name, types) -> rows.append(row("`" + name + "`", types)));
    return rows.append(row("all", BundledEntries.all())).toString();
  }

  private static String row(String name, List<ResourceType> types) {
    long components = types.stream().filter(type -> type.role().isPresent()).count();
    long inert = types.stream().filter(ResourceType::inert).count();
    long parts = types.size() - components - inert;
    return "| " + name + " | " + components + " | " + parts + " | " + inert + " |\n";
  }
}
