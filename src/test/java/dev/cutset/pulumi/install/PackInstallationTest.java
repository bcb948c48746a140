package dev.cutset.pulumi.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackInstallationTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path folder;

  @Test
  void it_is_a_policy_pack_with_all_that_it_runs_with() throws IOException {
    Path pack = folder.resolve("home/of pulumi/cutset");

    build("one.jar", "two.jar").into(pack);

    assertThat(files(pack))
        .contains("PulumiPolicy.yaml", "mvn-cutset", "cutset.jar", "lib/one.jar", "lib/two.jar")
        .noneMatch(name -> name.endsWith(".part"));
    assertThat(pack.resolve("mvn-cutset")).isExecutable();
    assertThat(pack.resolve("PulumiPolicy.yaml"))
        .hasSameTextualContentAs(Path.of("policies/PulumiPolicy.yaml"));
    assertThat(Files.readString(pack.resolve("mvn-cutset")))
        .contains("\njava='" + JAVA + "'\n")
        .doesNotContain("@java@");
  }

  @Test
  void made_again_it_is_the_same_and_keeps_no_library_of_an_earlier_version() throws IOException {
    Path pack = folder.resolve("cutset");
    build("one.jar", "two.jar").into(pack);

    build("one.jar", "three.jar").into(pack);
    assertThat(files(pack)).contains("lib/one.jar", "lib/three.jar").doesNotContain("lib/two.jar");

    Set<String> before = files(pack);
    build("one.jar", "three.jar").into(pack);
    assertThat(files(pack)).isEqualTo(before);
  }

  @Test
  void made_again_it_leaves_the_policies_as_somebody_has_set_them() throws IOException {
    Path pack = folder.resolve("cutset");
    build().into(pack);
    Path description = pack.resolve("PulumiPolicy.yaml");
    String set = Files.readString(description) + "policies:\n  SPOF-REGION: disabled\n";
    Files.writeString(description, set);

    build().into(pack);

    assertThat(description).hasContent(set);
  }

  @Test
  void it_goes_over_nothing_else() throws IOException {
    Path pack = folder.resolve("cutset");
    assertThat(PackInstallation.suits(pack)).as("not there").isTrue();
    Files.createDirectory(pack);
    assertThat(PackInstallation.suits(pack)).as("empty").isTrue();
    build().into(pack);
    assertThat(PackInstallation.suits(pack)).as("an earlier one").isTrue();
    Path other = Files.createDirectory(folder.resolve("other"));
    Path letter = Files.writeString(other.resolve("letter.txt"), "dear");
    assertThat(PackInstallation.suits(other)).as("somebody's").isFalse();
    assertThat(PackInstallation.suits(letter)).as("a file").isFalse();
  }

  /** A build with libraries beside its jar, as its manifest names them. */
  private PackInstallation build(String... libraries) throws IOException {
    Path place = Files.createTempDirectory(folder, "target-");
    Path lib = Files.createDirectory(place.resolve("lib"));
    for (String library : libraries) {
      Files.writeString(lib.resolve(library), library);
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Name.CLASS_PATH,
            List.of(libraries).stream().map(one -> "lib/" + one).collect(Collectors.joining(" ")));
    Path jar = place.resolve("cutset.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return new PackInstallation(jar, JAVA);
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
