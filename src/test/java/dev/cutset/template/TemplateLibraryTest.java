package dev.cutset.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateLibraryTest {
  @TempDir private Path place;

  @Test
  void every_stack_is_a_template() throws IOException {
    List<String> stacks = StackFolder.all().stream().map(StackFolder::name).toList();

    try (TemplateLibrary library = TemplateLibrary.open()) {
      assertThat(stacks)
          .allSatisfy(name -> assertThat(library.find(name)).isPresent())
          .hasSameSizeAs(library.templates());
      assertThat(library.templates())
          .allSatisfy(template -> assertThat(template.description()).isNotBlank())
          .allSatisfy(
              template ->
                  assertThat(template.settings())
                      .allSatisfy(setting -> assertThat(setting.description()).isNotBlank()));
    }
  }

  @Test
  void a_template_goes_by_its_name_with_and_without_the_folder() throws IOException {
    try (TemplateLibrary library = TemplateLibrary.open()) {
      Optional<Template> step = library.find("ladder/1-single-server");

      assertThat(step).hasValueSatisfying(found -> assertThat(found.isStep()).isTrue());
      assertThat(library.find("1-single-server")).isEqualTo(step);
      assertThat(library.find("ladder/1-single-server/")).isEqualTo(step);
      assertThat(library.find("single-server")).isEmpty();
    }
  }

  @Test
  void templates_in_a_jar_are_copied_as_those_in_a_folder() throws IOException {
    Path jar = place.resolve("templates.jar");
    String root = "dev/cutset/stacks/templates/";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      entry(out, root, "");
      entry(out, root + "tiny/", "");
      entry(out, root + "tiny/.gitignore", "target/\n");
      entry(out, root + "tiny/src/", "");
      entry(out, root + "tiny/src/App.java", "class App {}\n");
      entry(
          out,
          root + "tiny/Pulumi.yaml",
          """
          name: tiny
          # kept
          runtime: java
          template:
            description: As small as can be

            config:
              size: {description: how small, default: 3}
              key: {description: how secret, secret: true}
          # kept as well
          config:
            size: {type: integer, default: 5}
          """);
    }
    Path project = place.resolve("my shop");
    try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
        TemplateLibrary library =
            TemplateLibrary.open(name -> classes.getResource(name.substring(1)))) {
      Template tiny = library.find("tiny").orElseThrow();

      assertThat(tiny.description()).isEqualTo("As small as can be");
      assertThat(tiny.settings())
          .containsExactly(
              new Setting("size", "how small", Optional.of("3"), false),
              new Setting("key", "how secret", Optional.empty(), true));
      new NewProject(project, NewProject.nameFor(project)).copy(tiny);
    }

    assertThat(project.resolve("Pulumi.yaml"))
        .hasContent(
            """
            name: my-shop
            # kept
            runtime: java
            # kept as well
            config:
              size: {type: integer, default: 5}
            """);
    try (Stream<Path> files = Files.walk(project)) {
      assertThat(
              files.filter(Files::isRegularFile).map(file -> project.relativize(file).toString()))
          .containsExactlyInAnyOrder("Pulumi.yaml", ".gitignore", "src/App.java");
    }
  }

  private static void entry(JarOutputStream out, String name, String content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
