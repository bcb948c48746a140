package dev.cutset.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.ResourceType;
import dev.cutset.catalog.YamlCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures that come with Cutset are of types that the catalog knows. */
class BundledFiguresTest {
  private static final Path INDEX =
      Path.of("src/main/resources/dev/cutset/catalog/terraform.index");

  @Test
  void every_figure_of_a_type_is_one_of_a_component() throws IOException {
    YamlCatalog catalog = YamlCatalog.bundled();
    List<String> components;
    try (Stream<String> lines = Files.lines(INDEX)) {
      components =
          lines
              .filter(line -> line.contains(":"))
              .map(line -> line.substring(line.indexOf(' ') + 1))
              .filter(token -> catalog.find(token).flatMap(ResourceType::role).isPresent())
              .toList();
    }

    assertThat(FigureTableReader.bundled().entries())
        .extracting(FigureTable.Entry::match)
        .filteredOn(match -> match.toString().contains(":"))
        .isNotEmpty()
        .allSatisfy(match -> assertThat(components).anyMatch(match::matchesText));
  }

  @Test
  void what_a_provider_commits_to_has_a_source() {
    assertThat(FigureTableReader.bundled().entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.least()).isLessThanOrEqualTo(entry.most());
              assertThat(entry.source()).isNotBlank();
            });
  }
}
