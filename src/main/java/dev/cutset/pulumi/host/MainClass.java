package dev.cutset.pulumi.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

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
    List<Element> poms = poms(file);
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

  /** The pom and its parents, as far as they are beside it. */
  private static List<Element> poms(Path file) throws ProgramException {
    List<Element> poms = new ArrayList<>();
    Optional<Path> next = Optional.of(file);
    while (next.isPresent() && poms.size() < DEEPEST) {
      Path here = next.get();
      Element pom = parse(here);
      poms.add(pom);
      next = child(pom, "parent").map(parent -> parentFile(here, parent)).filter(Files::exists);
    }
    return poms;
  }

  private static Path parentFile(Path pom, Element parent) {
    String path = child(parent, "relativePath").map(MainClass::text).orElse("../pom.xml");
    Path file = pom.resolveSibling(path).normalize();
    return Files.isDirectory(file) ? file.resolve("pom.xml") : file;
  }

  private static Element parse(Path file) throws ProgramException {
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(in).getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new ProgramException("`" + file + "`: this is not a pom that can be read; mend it");
    }
  }

  private static Optional<String> configured(Element pom) {
    for (Element build : children(pom, "build")) {
      for (Element plugins : children(build, "plugins")) {
        for (Element plugin : children(plugins, "plugin")) {
          Optional<String> name = child(plugin, "artifactId").map(MainClass::text);
          if (name.equals(Optional.of("exec-maven-plugin"))) {
            return child(plugin, "configuration")
                .flatMap(configuration -> child(configuration, "mainClass"))
                .map(MainClass::text);
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

  private static String text(Element element) {
    return element.getTextContent().strip();
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
