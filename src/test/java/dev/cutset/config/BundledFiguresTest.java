package dev.cutset.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.ResourceType;
import dev.cutset.catalog.YamlCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> components =
        tokens()
            .filter(token -> catalog.find(token).flatMap(ResourceType::role).isPresent())
            .toList();

    assertThat(FigureTableReader.bundled().entries())
        .extracting(FigureTable.Entry::match)
        .filteredOn(match -> match.toString().contains(":"))
        .isNotEmpty()
        .allSatisfy(match -> assertThat(components).anyMatch(match::matchesText));
  }

  @Test
  void types_of_azure_native_have_the_figures_of_the_classic_ones_in_each_version() {
    assertThat(figure("azure-native:network/v20230201:LoadBalancer"))
        .isEqualTo(figure("azure:lb/loadBalancer:LoadBalancer"));
    assertThat(figure("azure-native:compute:VirtualMachine"))
        .isEqualTo(figure("azure:compute/linuxVirtualMachine:LinuxVirtualMachine"));
  }

  private static String figure(String type) {
    return FigureTableReader.bundled().entries().stream()
        .filter(entry -> entry.match().matchesText(type))
        .map(entry -> entry.least() + " " + entry.most() + " " + entry.source())
        .findFirst()
        .orElseThrow();
  }

  /** Those of the index, and those that Terraform has no name for. */
  private static Stream<String> tokens() throws IOException {
    Stream<String> indexed =
        Files.readAllLines(INDEX).stream()
            .filter(line -> line.contains(":"))
            .map(line -> line.substring(line.indexOf(' ') + 1));
    List<String> others = new ArrayList<>();
    try (Stream<Path> files = Files.list(INDEX.resolveSibling("azure-native"))) {
      for (Path file : files.toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("azure-native:"))
            .map(line -> line.split(":\\s|:$", 2)[0])
            .forEach(others::add);
      }
    }
    return Stream.concat(indexed, others.stream());
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
