package dev.cutset.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Terraform calls each type: of several names the shortest, which is the plain one. */
final class TerraformTypes {
  private static final Path INDEX =
      Path.of("src/main/resources/dev/cutset/catalog/terraform.index");

  private final Map<String, String> names = new HashMap<>();

  /** Those of the catalog's index. */
  TerraformTypes() {
    try {
      for (String line : Files.readAllLines(INDEX)) {
        if (!line.startsWith("#")) {
          String[] nameAndToken = line.split(" ");
          names.merge(
              nameAndToken[1],
              nameAndToken[0],
              (known, other) -> other.length() < known.length() ? other : known);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kubernetes has manifests of its own, and they are told as such. */
  Optional<String> of(String token) {
    return token.startsWith("kubernetes:")
        ? Optional.empty()
        : Optional.ofNullable(names.get(token));
  }
}
