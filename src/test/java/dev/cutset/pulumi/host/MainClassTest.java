package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassTest {
  @TempDir private Path folder;

  @Test
  void the_plugin_stands_above_a_property() throws Exception {
    String plugin =
        """
        <build><plugins><plugin>
          <artifactId>exec-maven-plugin</artifactId>
          <configuration><mainClass>shop.App</mainClass></configuration>
        </plugin></plugins></build>
        """;

    assertThat(found("<properties><mainClass>shop.Other</mainClass></properties>" + plugin))
        .isEqualTo("shop.App");
  }

  @Test
  void a_name_is_put_together_from_what_the_project_is_called() throws Exception {
    String pom =
        """
        <groupId>shop</groupId><artifactId>web</artifactId>
        <properties>
          <app>App</app>
          <mainClass>${project.groupId}.${project.artifactId}.${app}</mainClass>
        </properties>
        """;

    assertThat(found(pom)).isEqualTo("shop.web.App");
  }

  @Test
  void a_project_without_a_group_has_that_of_its_parent() throws Exception {
    String pom =
        """
        <parent><groupId>shop</groupId><artifactId>all</artifactId></parent>
        <artifactId>web</artifactId>
        <properties><mainClass>${project.groupId}.App</mainClass></properties>
        """;

    assertThat(found(pom)).isEqualTo("shop.App");
  }

  @Test
  void a_part_that_is_told_elsewhere_is_named() {
    assertThatThrownBy(
            () -> found("<properties><mainClass>${env.GROUP}.App</mainClass></properties>"))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("`${env.GROUP}.App`")
        .hasMessageContaining("write it out");
  }

  private String found(String pom) throws IOException, ProgramException {
    Files.writeString(folder.resolve("pom.xml"), "<project>" + pom + "</project>");
    return new MainClass(folder).find();
  }
}
