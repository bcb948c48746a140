package dev.cutset.pulumi.host;

import static dev.cutset.pulumi.host.Pom.child;
import static dev.cutset.pulumi.host.Pom.children;
import static dev.cutset.pulumi.host.Pom.text;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Finds which class of a Maven project is the program: what its {@code mvn exec:java} would run.
 */
final class MainClass {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");
  private static final int DEEPEST = 8;

  private final Path folder;

  MainClass(Path folder) {
    this.folder = folder;
  }

  String find() throws ProgramException {
    Path file = folder.resolve("pom.xml");
    List<Element> poms = Pom.read(file).withParents().stream().map(Pom::project).toList();
    Map<String, String> properties = new HashMap<>();
    // The nearest pom stands above its parents.
    for (int i = poms.size() - 1; i >= 0; i--) {
      child(poms.get(i), "properties").ifPresent(all -> put(all, properties));
    }
    properties.putAll(coordinates(poms.get(0)));
    String found =
        poms.stream()
            .flatMap(pom -> configured(pom).stream())
            .findFirst()
            .or(() -> Optional.ofNullable(properties.get("exec.mainClass")))
            .or(() -> Optional.ofNullable(properties.get("mainClass")))
            .map(text -> filled(text, properties))
            .orElseThrow(
                () ->
                    new ProgramException(
                        "`"
                            + file
                            + "` does not say which class to run; add the exec-maven-plugin with a"
                            + " `mainClass`, as `pulumi preview` needs it too"));
    if (REFERENCE.matcher(found).find()) {
      throw new ProgramException(
          "`"
              + file
              + "` says to run the class `"
              + found
              + "`, of which a part is told elsewhere than in this pom or its parents; write it"
              + " out there");
    }
    return found;
  }

  /** What Maven knows of a project beside its properties; some of it can come from its parent. */
  private static Map<String, String> coordinates(Element pom) {
    Map<String, String> coordinates = new HashMap<>();
    for (String name : List.of("groupId", "artifactId", "version")) {
      child(pom, name)
          .or(() -> child(pom, "parent").flatMap(parent -> child(parent, name)))
          .ifPresent(value -> coordinates.put("project." + name, text(value)));
    }
    return coordinates;
  }

  private static Optional<String> configured(Element pom) {
    for (Element build : children(pom, "build")) {
      for (Element plugins : children(build, "plugins")) {
        for (Element plugin : children(plugins, "plugin")) {
          Optional<String> name = child(plugin, "artifactId").map(Pom::text);
          if (name.equals(Optional.of("exec-maven-plugin"))) {
            return child(plugin, "configuration")
                .flatMap(configuration -> child(configuration, "mainClass"))
                .map(Pom::text);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static void put(Element all, Map<String, String> properties) {
    for (Node node = all.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element property) {
        properties.put(property.getTagName(), text(property));
      }
    }
  }

  private static String filled(String text, Map<String, String> properties) {
    String filled = text;
    for (int i = 0; i < DEEPEST && filled.contains("${"); i++) {
      filled =
          REFERENCE
              .matcher(filled)
              .replaceAll(
                  match ->
                      Matcher.quoteReplacement(
                          properties.getOrDefault(match.group(1), match.group())));
    }
    return filled;
  }
}
