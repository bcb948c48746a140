package dev.cutset.report;

import dev.cutset.policy.Fix;
import dev.cutset.remedy.PropertyAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A fix in the Java of Pulumi: what to set in the builder of the resource's arguments.
 *
 * <p>The classes of nested arguments are named after the resource and the property, as the SDKs
 * that come from Terraform's providers name them, and that of Kubernetes. Where other SDKs name
 * them otherwise, the class is left to the reader.
 */
final class JavaSnippet extends Snippet {
  private static final Set<String> NAMED_BY_PROPERTY = Set.of("aws", "gcp", "azure", "kubernetes");

  private final String type;
  private final boolean named;

  JavaSnippet(Fix fix) {
    super(fix);
    this.type = fix.type().substring(fix.type().lastIndexOf(':') + 1);
    this.named = NAMED_BY_PROPERTY.contains(fix.type().split(":", 2)[0]);
  }

  @Override
  String written(PropertyAddress property) {
    return property.toString();
  }

  @Override
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(type + "Args.builder()");
    setters(type, parts(), "    ", lines);
    return lines;
  }

  private void setters(String owner, Map<String, Part> parts, String indent, List<String> lines) {
    parts.forEach(
        (key, part) -> {
          String name = name(key);
          if (part.value().isPresent()) {
            lines.add(indent + "." + name + "(" + literal(part.value().get()) + ")");
            return;
          }
          String nested = owner + capital(part.index().isPresent() ? singular(name) : name);
          String which = part.index().filter(index -> index > 0).map(i -> " // " + key).orElse("");
          lines.add(indent + "." + name + "(" + (named ? nested + "Args.builder()" : "…") + which);
          setters(nested, part.parts(), indent + "    ", lines);
          lines.add(indent + "    " + (named ? ".build())" : ")"));
        });
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    if (name.endsWith("sses") || name.endsWith("ases")) {
      return name.substring(0, name.length() - 2);
    }
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }
}
