package dev.cutset.report;

import dev.cutset.policy.Fix;
import dev.cutset.remedy.PropertyAddress;
import dev.cutset.stack.PropertyNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fix as Terraform writes it: what to set in the block of the resource. */
final class TerraformSnippet extends Snippet {
  /** Repeated blocks that Pulumi names in the plural, of all the properties that are ever set. */
  private static final Map<String, String> BLOCKS = Map.of("aliases", "alias");

  /** The last two names of an address, without the key of one of several. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:(.*)\\.)?([a-z0-9_]+)\\.([A-Za-z0-9_-]+)(?:\\[.*])?");

  private final Fix fix;

  TerraformSnippet(Fix fix) {
    super(fix);
    this.fix = fix;
  }

  @Override
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Matcher address = ADDRESS.matcher(fix.urn().text());
    if (address.matches()) {
      if (address.group(1) != null) {
        lines.add("# in " + address.group(1));
      }
      lines.add("resource \"" + address.group(2) + "\" \"" + address.group(3) + "\" {");
    } else {
      lines.add("# " + fix.urn().text() + " {");
    }
    settings(parts(), "  ", lines);
    lines.add("}");
    return lines;
  }

  private static void settings(Map<String, Part> parts, String indent, List<String> lines) {
    parts.forEach(
        (key, part) -> {
          String name = written(name(key));
          if (part.value().isPresent()) {
            lines.add(indent + name + " = " + literal(part.value().get()));
            return;
          }
          lines.add(indent + name + " {");
          settings(part.parts(), indent + "  ", lines);
          lines.add(indent + "}");
        });
  }

  @Override
  String written(PropertyAddress property) {
    return property.renamed(TerraformSnippet::written).toString();
  }

  private static String written(String name) {
    return BLOCKS.getOrDefault(name, PropertyNames.withUnderscores(name));
  }
}
