package dev.cutset.pulumi.install;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A copy of the policy pack that needs nothing else: neither the checkout that it was built from
 * nor Maven. It can be made again in its place, also while a preview uses it.
 */
public final class PackInstallation {
  /** What Pulumi's Java host starts; it has to have Maven's name in its own. */
  private static final String EXECUTABLE = "mvn-cutset";

  private static final String DESCRIPTION = "PulumiPolicy.yaml";
  private static final String JAR = "cutset.jar";
  private static final String LIBRARIES = "lib";

  private final Path jar;
  private final Path java;

  /**
   * An installation of a build.
   *
   * @param jar the jar of Cutset, which names its libraries
   * @param java the program that runs it
   */
  public PackInstallation(Path jar, Path java) {
    this.jar = jar;
    this.java = java;
  }

  /** One of what this process runs, unless it runs from classes that no jar holds yet. */
  public static Optional<PackInstallation> ofThisProcess() {
    try {
      URL place = PackInstallation.class.getProtectionDomain().getCodeSource().getLocation();
      Path jar = Path.of(place.toURI());
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      return Files.isRegularFile(jar)
          ? Optional.of(new PackInstallation(jar, java))
          : Optional.empty();
    } catch (URISyntaxException notOfAFile) {
      return Optional.empty();
    }
  }

  /** Whether a folder can take it: it is not there, is empty, or holds an earlier one. */
  public static boolean suits(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    if (Files.exists(folder.resolve(EXECUTABLE)) && Files.exists(folder.resolve(JAR))) {
      return true;
    }
    try (Stream<Path> present = Files.list(folder)) {
      return present.findAny().isEmpty();
    }
  }

  /** Makes it in a folder. */
  public void into(Path folder) throws IOException {
    Path libraries = Files.createDirectories(folder.resolve(LIBRARIES));
    Path home = folder.toRealPath();
    List<Path> used = new ArrayList<>();
    for (Path library : libraries()) {
      Path copy = libraries.resolve(library.getFileName());
      replace(copy, Files.newInputStream(library));
      used.add(copy);
    }
    replace(home.resolve(JAR), Files.newInputStream(jar));
    if (!Files.exists(home.resolve(DESCRIPTION))) {
      // Else somebody may have set policies in it.
      replace(home.resolve(DESCRIPTION), resource(DESCRIPTION));
    }
    replace(home.resolve(EXECUTABLE), new ByteArrayInputStream(script()));
    if (!home.resolve(EXECUTABLE).toFile().setExecutable(true, false)) {
      throw new IOException("`" + home.resolve(EXECUTABLE) + "` cannot be made executable");
    }
    dropOthers(libraries, used);
    new ClassArchive(java, home.resolve(JAR)).make(home.resolve("cutset.jsa"));
  }

  private List<Path> libraries() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String named = manifest == null ? "" : manifest.getMainAttributes().getValue(Name.CLASS_PATH);
      return named == null || named.isBlank()
          ? List.of()
          : Stream.of(named.strip().split(" +")).map(jar::resolveSibling).toList();
    }
  }

  private byte[] script() throws IOException {
    try (InputStream in = resource(EXECUTABLE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("@java@", quoted(java.toString())).getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  static InputStream resource(String name) {
    return Objects.requireNonNull(PackInstallation.class.getResourceAsStream(name), name);
  }

  /** Whoever reads the file at that moment goes on with the old one. */
  private static void replace(Path file, InputStream content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (content) {
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void dropOthers(Path folder, List<Path> used) throws IOException {
    try (Stream<Path> present = Files.list(folder)) {
      for (Path file : present.filter(file -> !used.contains(file)).toList()) {
        Files.delete(file);
      }
    }
  }
}
