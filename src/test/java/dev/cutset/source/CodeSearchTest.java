package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.Resource;
import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeSearchTest {
  private static final Urn WEB = new Urn("urn:pulumi:dev::shop::aws:ec2/instance:Instance::web");
  private static final Urn DISK = new Urn("urn:pulumi:dev::shop::aws:ebs/volume:Volume::web-disk");

  @TempDir private Path folder;

  @Test
  void a_java_program_declares_a_resource_where_it_makes_an_object_with_its_name()
      throws IOException {
    write(
        "src/main/java/shop/App.java",
        """
        class App {
          Instance web =
              new Instance(
                  "web", InstanceArgs.Empty);
          Bucket other = new Bucket("web");
        }
        """);

    assertThat(positions(resource(WEB)))
        .isEqualTo(Map.of(WEB, new SourcePosition("src/main/java/shop/App.java", 3)));
  }

  @Test
  void a_name_that_stands_in_one_place_only_is_where_it_is_declared() throws IOException {
    write("App.java", "\n\nvar web = webServer(\"web\", group);\n");

    assertThat(positions(resource(WEB))).isEqualTo(Map.of(WEB, new SourcePosition("App.java", 3)));
  }

  @Test
  void terraform_declares_a_resource_with_its_type_and_name() throws IOException {
    write("main.tf", "\nresource \"aws_instance\" \"web\" {\n}\n");
    write("modules/db/db.tf", "resource \"aws_db_instance\" \"main\" {}\n");
    Urn web = new Urn("aws_instance.web[0]");
    Urn database = new Urn("module.db[\"a\"].aws_db_instance.main");

    assertThat(positions(resource(web), resource(database)))
        .isEqualTo(
            Map.of(
                web,
                new SourcePosition("main.tf", 2),
                database,
                new SourcePosition("modules/db/db.tf", 1)));
  }

  @Test
  void what_is_declared_in_two_places_is_told_of_neither() throws IOException {
    write("a/main.tf", "resource \"aws_instance\" \"web\" {}\n");
    write("b/main.tf", "resource \"aws_instance\" \"web\" {}\n");

    assertThat(positions(resource(new Urn("aws_instance.web")))).isEmpty();
  }

  @Test
  void what_a_build_made_or_somebody_else_wrote_is_not_looked_at() throws IOException {
    write("target/main.tf", "resource \"aws_instance\" \"web\" {}\n");
    write(".terraform/modules/x/main.tf", "resource \"aws_instance\" \"web\" {}\n");
    write("node_modules/x/main.tf", "resource \"aws_instance\" \"web\" {}\n");

    assertThat(positions(resource(new Urn("aws_instance.web")))).isEmpty();
  }

  @Test
  void what_the_source_tells_is_right_and_serves_the_children_too() throws IOException {
    write("App.java", "new Instance(\"web\")");
    SourcePosition told = new SourcePosition("index.ts", 7);

    assertThat(positions(resource(WEB, Optional.of(told), Optional.empty()), childOf(WEB)))
        .isEqualTo(Map.of(WEB, told, DISK, told));
  }

  @Test
  void pulumi_tells_positions_within_the_project() {
    assertThat(SourcePosition.parse("project:///src/index.ts#12,5"))
        .contains(new SourcePosition("src/index.ts", 12));
    assertThat(SourcePosition.parse("project:///app.py#3"))
        .contains(new SourcePosition("app.py", 3));
    assertThat(SourcePosition.parse("project:///.venv/lib/site-packages/x.py#3")).isEmpty();
    assertThat(SourcePosition.parse("project:///../../snapshot/awsx/vpc.js#3")).isEmpty();
    assertThat(SourcePosition.parse("file:///etc/passwd#3")).isEmpty();
    assertThat(SourcePosition.parse("project:///x#0")).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<Urn, SourcePosition> positions(Resource... resources) {
    return new CodeSearch(folder).positions(List.of(resources));
  }

  private static Resource childOf(Urn parent) {
    return resource(DISK, Optional.empty(), Optional.of(parent));
  }

  private static Resource resource(Urn urn) {
    return resource(urn, Optional.empty(), Optional.empty());
  }

  private static Resource resource(
      Urn urn, Optional<SourcePosition> position, Optional<Urn> parent) {
    return new Resource(
        urn,
        true,
        urn.type(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        parent,
        Optional.empty(),
        Set.of(),
        Map.of(),
        position);
  }
}
