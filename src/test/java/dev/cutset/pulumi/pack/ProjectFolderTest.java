package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
  @TempDir private Path place;

  @Test
  void the_project_is_where_the_plugin_was_started_or_above() throws IOException {
    Files.writeString(place.resolve("Pulumi.yaml"), "name: shop\n");
    Path program = Files.createDirectories(place.resolve("src/program"));

    assertThat(ProjectFolder.find(place)).contains(place);
    assertThat(ProjectFolder.find(program)).contains(place);
  }

  @Test
  void the_folder_of_a_policy_pack_is_no_project_even_inside_of_one() throws IOException {
    Files.writeString(place.resolve("Pulumi.yaml"), "name: shop\n");
    Path pack = Files.createDirectories(place.resolve("policies"));
    Files.writeString(pack.resolve("PulumiPolicy.yaml"), "runtime: cutset\n");

    assertThat(ProjectFolder.find(pack)).isNotEqualTo(Optional.of(place));
  }
}
