package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The index of Terraform's names follows from the entries. Run this test with {@code
 * -Dcatalog.write=true} to write it anew.
 */
class TerraformIndexTest {
  private static final Path INDEX = BundledEntries.FOLDER.resolve(TerraformIndex.FILE);

  @Test
  void the_index_of_terraform_names_is_what_the_entries_say() throws IOException {
    String fresh = fresh();
    if (Boolean.getBoolean("catalog.write")) {
      Files.writeString(INDEX, fresh);
    }
    assertThat(Files.readString(INDEX))
        .as("write it anew with mvn test -Dtest=TerraformIndexTest -Dcatalog.write=true")
        .isEqualTo(fresh);
  }

  private static String fresh() {
    TreeMap<String, String> names = new TreeMap<>();
    for (ResourceType type : BundledEntries.all()) {
      type.terraform().ifPresent(name -> names.put(name, type.token()));
    }
    return names.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
        .collect(
            Collectors.joining("", "# Terraform's name of each type; written by a test.\n", ""));
  }
}
