package dev.cutset.policy.own;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Rego that all policies share: what asks each of them, the functions to write them with, facts
 * for their tests, and the schema of what they are told.
 */
public final class PolicyLibrary {
  static final List<String> RULES =
      List.of(
          "main.rego",
          "lib/findings.rego",
          "lib/scopes.rego",
          "lib/subjects.rego",
          "lib/words.rego");
  static final String FIXTURES = "lib/fixtures_test.rego";
  static final String SCHEMA = "schemas/input.json";

  /** The packages that are taken. */
  static final Set<String> PACKAGES = Set.of("cutset", "cutset.lib", "cutset.fixtures");

  private PolicyLibrary() {}

  /** What takes part in judging. */
  static List<SourceFile> rules() {
    return RULES.stream().map(PolicyLibrary::file).toList();
  }

  /** The JSON Schema of the document that policies are told. */
  public static String schema() {
    return file(SCHEMA).text();
  }

  /** The facts that tests begin with. */
  static SourceFile fixtures() {
    return file(FIXTURES);
  }

  /** Whether a package of a team's own would get in the way. */
  static boolean claims(Optional<String> packageName) {
    return packageName.filter(PACKAGES::contains).isPresent();
  }

  /** Writes all of it, over what an older version may have left. */
  public static void writeTo(Path folder) throws IOException {
    for (String path : RULES) {
      write(folder, file(path));
    }
    write(folder, fixtures());
    write(folder, file(SCHEMA));
  }

  private static void write(Path folder, SourceFile file) throws IOException {
    Path to = folder.resolve(file.path());
    Files.createDirectories(to.getParent());
    Files.writeString(to, file.text());
  }

  private static SourceFile file(String path) {
    return new SourceFile(path, text("library/" + path));
  }

  /** A text that comes with this package. */
  static String text(String resource) {
    try (InputStream in = PolicyLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource `" + resource + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
