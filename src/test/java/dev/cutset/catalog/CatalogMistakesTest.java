package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder holds a catalog with one mistake, and the message for it. Run this test with {@code
 * -Dcatalog.write=true} to write the messages anew, and read what changed.
 */
class CatalogMistakesTest {
  private static final Path CASES = Path.of("src/test/resources/catalog/mistakes");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_mistake_is_named_with_its_place_and_what_to_write_instead(Path folder) throws IOException {
    YamlCatalog catalog = YamlCatalog.in(folder);

    CatalogException mistake =
        catchThrowableOfType(CatalogException.class, () -> catalog.find("acme:db/server:Server"));

    assertThat(mistake).as("the mistake in %s", folder).isNotNull();
    Path message = folder.resolve("message.txt");
    if (Boolean.getBoolean("catalog.write")) {
      Files.writeString(message, mistake.getMessage() + "\n");
    }
    assertThat(mistake.getMessage() + "\n").isEqualTo(Files.readString(message));
  }

  @Test
  void there_are_cases() throws IOException {
    assertThat(cases().size()).isGreaterThan(25);
  }
}
