package dev.cutset.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewProjectTest {
  @TempDir private Path place;

  @ParameterizedTest
  @CsvSource({
    "shop, shop",
    "my shop, my-shop",
    "Größe & Preis, Gr-e-Preis",
    "web_2.0-beta, web_2.0-beta",
    ".hidden, hidden",
    "€, project"
  })
  void a_project_is_called_after_its_folder_as_far_as_pulumi_permits(String folder, String name) {
    assertThat(NewProject.nameFor(place.resolve(folder))).isEqualTo(name);
    assertThat(NewProject.nameFor(place.resolve(folder).resolve("inner/.."))).isEqualTo(name);
  }

  @Test
  void a_name_ends_where_pulumi_ends_it() {
    assertThat(NewProject.nameFor(place.resolve("a".repeat(200)))).hasSize(100);
    assertThat(NewProject.isName("a".repeat(101))).isFalse();
    assertThatThrownBy(() -> new NewProject(place, "a/b")).hasMessageContaining("`a/b`");
  }

  @ParameterizedTest
  @CsvSource({"shop, name: shop", "2026, name: \"2026\"", "on, name: \"on\"", "1e3, name: \"1e3\""})
  void a_name_that_yaml_would_not_take_for_a_text_is_quoted(String name, String line)
      throws IOException {
    new NewProject(place.resolve("project"), name)
        .copy(template("name: template\nruntime: java\n"));

    assertThat(place.resolve("project/Pulumi.yaml")).hasContent(line + "\nruntime: java\n");
  }

  @Test
  void what_only_a_template_says_is_left_out_wherever_it_stands() throws IOException {
    new NewProject(place.resolve("last"), "shop")
        .copy(template("name: x\ntemplate:\n  displayName: X\n\n# a\n  config:\n    a: {b: c}"));

    assertThat(place.resolve("last/Pulumi.yaml")).hasContent("name: shop\n");
  }

  @Test
  void a_copy_does_not_write_through_a_link() throws IOException {
    Path outside = Files.writeString(place.resolve("outside"), "mine");
    Path project = Files.createDirectory(place.resolve("project"));
    Files.createSymbolicLink(project.resolve("Pulumi.yaml"), outside);
    Template template = template("name: x\n");
    NewProject copy = new NewProject(project, "shop");

    assertThat(copy.replaced(template)).isEqualTo(List.of(Path.of("Pulumi.yaml")));
    copy.copy(template);

    assertThat(outside).hasContent("mine");
    assertThat(project.resolve("Pulumi.yaml")).hasContent("name: shop\n");
  }

  private Template template(String project) throws IOException {
    Path folder = Files.createDirectories(place.resolve("template"));
    Files.writeString(folder.resolve("Pulumi.yaml"), project);
    return new Template("template", "", List.of(), folder);
  }
}
