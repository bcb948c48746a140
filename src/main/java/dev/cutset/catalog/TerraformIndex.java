package dev.cutset.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The type behind each name of Terraform's, because no rule leads from {@code aws_db_instance} to a
 * file. A test writes the index and keeps it fresh. It is read when the first name is asked for.
 */
final class TerraformIndex {
  static final String FILE = "terraform.index";

  /** What is said of charts is about their values, which have names of their own. */
  private static final String CHARTS = "helm:charts/";

  private final CatalogFiles files;
  private volatile Map<String, String> tokens = Map.of();

  TerraformIndex(CatalogFiles files) {
    this.files = files;
  }

  /** The token of each type that Terraform names. */
  Map<String, String> tokens() {
    if (tokens.isEmpty()) {
      tokens = load();
    }
    return tokens;
  }

  /** What a type's remedies say, with Terraform's names in their code. */
  Map<Scope, String> remedy(ResourceType type) {
    if (type.token().startsWith(CHARTS)) {
      return type.remedy();
    }
    TerraformCode code = new TerraformCode(type.token(), tokens());
    Map<Scope, String> remedy = new LinkedHashMap<>();
    type.remedy().forEach((scope, text) -> remedy.put(scope, code.of(text)));
    return remedy;
  }

  private Map<String, String> load() {
    Optional<InputStream> found = files.open(FILE);
    if (found.isEmpty()) {
      return Map.of();
    }
    Map<String, String> index = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(found.get(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int gap = line.indexOf(' ');
        if (gap > 0 && line.charAt(0) != '#') {
          index.put(line.substring(0, gap), line.substring(gap + 1));
        }
      }
    } catch (IOException e) {
      throw new CatalogException(FILE, e);
    }
    return index;
  }
}
