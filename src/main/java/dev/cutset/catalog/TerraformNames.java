package dev.cutset.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Terraform calls types and properties.
 *
 * <p>The names of types come from an index, because no rule leads from {@code aws_db_instance} to a
 * file. A test writes the index and keeps it fresh. It is read when the first name is asked for.
 */
final class TerraformNames {
  static final String INDEX = "terraform.index";

  /** Terraform puts the API version of Kubernetes into the name: {@code kubernetes_pod_v1}. */
  private static final Pattern KUBERNETES_VERSION =
      Pattern.compile("(kubernetes_.*)_v[0-9][a-z0-9]*");

  private static final Pattern REFERENCE = Pattern.compile("(.+)(?:Id|Name|Arn)");

  private final CatalogFiles files;
  private volatile Map<String, String> tokens = Map.of();

  TerraformNames(CatalogFiles files) {
    this.files = files;
  }

  Optional<String> token(String name) {
    Map<String, String> known = known();
    String token = known.get(name);
    return Optional.ofNullable(
        token != null ? token : known.get(KUBERNETES_VERSION.matcher(name).replaceFirst("$1")));
  }

  private Map<String, String> known() {
    if (tokens.isEmpty()) {
      tokens = load();
    }
    return tokens;
  }

  /**
   * The name among those an entry uses that is this one, its plural, or this one without its end:
   * Pulumi puts names of repeated blocks into the plural, and calls {@code rest_api_id} {@code
   * restApi} where it takes the resource itself too. Where a name is made of another in capitals,
   * as {@code target_group_ar_ns} of {@code TargetGroupARNs}, both agree but for these.
   */
  static String nearest(String name, Set<String> used) {
    if (used.contains(name)) {
      return name;
    }
    return Stream.concat(plurals(name).stream(), reference(name).stream())
        .filter(used::contains)
        .findFirst()
        .or(() -> used.stream().filter(name::equalsIgnoreCase).findFirst())
        .orElse(name);
  }

  /** The type with Terraform's names in the code of its remedies. */
  ResourceType spoken(ResourceType type) {
    if (type.remedy().isEmpty()) {
      return type;
    }
    TerraformCode code = new TerraformCode(known());
    Map<Scope, String> remedy = new LinkedHashMap<>();
    type.remedy().forEach((scope, text) -> remedy.put(scope, code.of(text)));
    return type.withRemedy(remedy);
  }

  private static Optional<String> reference(String name) {
    Matcher reference = REFERENCE.matcher(name);
    return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
  }

  private static List<String> plurals(String name) {
    String stem = name.substring(0, Math.max(0, name.length() - 1));
    return List.of(name + "s", name + "es", stem + "ies");
  }

  private Map<String, String> load() {
    Optional<InputStream> found = files.open(INDEX);
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
      throw new CatalogException(INDEX, e);
    }
    return index;
  }
}
