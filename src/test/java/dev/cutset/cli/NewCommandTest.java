package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewCommandTest {
  private static final String STEP = "ladder/6-several-zones";

  @TempDir private Path folder;

  @Test
  void alone_it_lists_every_template_with_a_line() throws IOException {
    Session.Result result = new Session(folder).having("COLUMNS", "120").run("new");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(
            "ladder/1-single-server  ", "One web server and one database, each a single point")
        .endsWith("Start a project: cutset new TEMPLATE FOLDER\n");
    for (StackFolder stack : StackFolder.all()) {
      assertThat(result.out())
          .contains("\n  " + stack.name().replaceFirst("^templates/", "") + " ");
    }
    assertThat(entries(folder)).isEmpty();
  }

  @Test
  void a_template_is_copied_under_the_name_of_its_folder_and_it_is_said_what_to_do_next()
      throws IOException {
    Session.Result result = new Session(folder).run("new", STEP, "my shop");

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            """
            The project `my-shop` is in `my shop`, made from ladder/6-several-zones.

            Next:

              cd 'my shop'
              cutset check .                          which single failure takes it down?
              pulumi stack init dev
              pulumi config set aws:region us-east-1  the region that everything is in
              pulumi up
            """);
    Path project = folder.resolve("my shop");
    assertThat(Files.readString(project.resolve("Pulumi.yaml")))
        .startsWith("name: my-shop\nruntime: java\n")
        .doesNotContain("template:");
    assertThat(project.resolve("src/main/java/shop/App.java"))
        .hasSameTextualContentAs(
            StackFolder.named(STEP).path().resolve("src/main/java/shop/App.java"));
  }

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.all();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void a_copy_has_all_of_the_folder_but_what_tests_compare_it_with(StackFolder stack)
      throws IOException {
    assertThat(new Session(folder).run("new", stack.name(), "shop").code()).isZero();

    Path original = stack.copyTo(folder);
    Files.deleteIfExists(original.resolve("preview.json"));
    Files.deleteIfExists(original.resolve("expected.json"));
    assertThat(files(folder.resolve("shop"))).isEqualTo(files(original));
  }

  @Test
  void without_a_folder_it_is_the_current_one_where_a_repository_may_have_begun()
      throws IOException {
    Path shop = Files.createDirectories(folder.resolve("shop/.git")).getParent();

    Session.Result result = new Session(shop).run("new", "6-several-zones");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("The project `shop` is in `.`").doesNotContain("  cd ");
    assertThat(Files.readString(shop.resolve("Pulumi.yaml"))).startsWith("name: shop\n");
  }

  @Test
  void a_name_can_be_given() throws IOException {
    assertThat(new Session(folder).run("new", STEP, "a", "--name", "orders").code()).isZero();

    assertThat(Files.readString(folder.resolve("a/Pulumi.yaml"))).startsWith("name: orders\n");
  }

  @Test
  void a_folder_that_is_not_empty_is_left_as_it_is_unless_forced() throws IOException {
    Path shop = Files.createDirectory(folder.resolve("shop"));
    Files.writeString(shop.resolve("README.md"), "mine");
    Files.writeString(shop.resolve("notes"), "mine");

    Session.Result refused = new Session(folder).run("new", STEP, "shop");

    assertThat(refused.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .isEqualTo(
            "cutset: `shop` is not empty (`README.md`, `notes`); name a new folder, as in `cutset"
                + " new ladder/6-several-zones shop-2`, or add --force to copy into it, over"
                + " `README.md`\n");
    assertThat(entries(shop)).containsExactly("README.md", "notes");
    assertThat(shop.resolve("README.md")).hasContent("mine");

    assertThat(new Session(folder).run("new", STEP, "shop", "--force").code()).isZero();
    assertThat(Files.readString(shop.resolve("README.md"))).startsWith("# 6. ");
    assertThat(shop.resolve("notes")).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource({
    "ladder/6-several-zone, ladder/6-several-zones",
    "6-sevral-zones, 6-several-zones",
    "lader/1-single-server, ladder/1-single-server"
  })
  void a_misspelt_template_is_answered_with_the_right_one(String wrong, String right) {
    Session.Result result = new Session(folder).run("new", wrong, "shop");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err())
        .isEqualTo("cutset: no template `" + wrong + "`; did you mean `" + right + "`?\n");
    assertThat(folder.resolve("shop")).doesNotExist();
  }

  @Test
  void a_template_that_is_like_none_is_answered_with_the_list() {
    assertThat(new Session(folder).run("new", "mainframe").err())
        .isEqualTo("cutset: no template `mainframe`; `cutset new` lists them\n");
  }

  @Test
  void what_stands_in_the_way_is_named() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    Files.createDirectories(folder.resolve("shop/pom.xml/inner"));

    assertThat(new Session(folder).run("new", STEP, "file"))
        .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE))
        .satisfies(result -> assertThat(result.err()).contains("`file` is a file; name a folder"));
    assertThat(new Session(folder).run("new", STEP, "file/shop").err())
        .contains("`file/shop` cannot be written: ", "name a folder that you may write to");
    assertThat(new Session(folder).run("new", STEP, "shop", "--force"))
        .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE))
        .satisfies(result -> assertThat(result.err()).contains("pom.xml` is a folder"));
    assertThat(folder.resolve("file")).hasContent("mine");
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
