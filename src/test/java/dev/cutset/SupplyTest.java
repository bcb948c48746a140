package dev.cutset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What Cutset is built from is named exactly, and is what was reviewed. */
class SupplyTest {

  @Test
  void every_library_of_a_run_has_the_bytes_that_were_reviewed() throws Exception {
    Map<String, Path> present =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> entry.toString().endsWith(".jar"))
            .collect(
                Collectors.toMap(jar -> jar.getFileName().toString(), jar -> jar, (a, b) -> a));

    Map<String, String> wanted = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(".mvn/libraries.sha256"))) {
      String[] parts = line.split("  ", 2);
      wanted.put(parts[1], parts[0]);
      Path jar = present.get(parts[1]);
      found.put(parts[1], jar == null ? "not on the class path" : sha256(jar));
    }

    assertThat(wanted).hasSizeGreaterThan(50);
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void every_plugin_and_library_has_one_version() throws Exception {
    Element pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("pom.xml"))
            .getDocumentElement();
    Map<String, String> properties = new TreeMap<>();
    elements(pom).stream()
        .filter(child -> child.getTagName().equals("properties"))
        .flatMap(child -> elements(child).stream())
        .forEach(property -> properties.put(property.getTagName(), property.getTextContent()));

    List<String> versioned = new ArrayList<>();
    for (Element one : named(pom)) {
      String version = text(one, "version");
      if (!version.isEmpty()) {
        versioned.add(text(one, "artifactId"));
        assertThat(resolved(version, properties))
            .as(text(one, "artifactId"))
            .matches("[0-9][0-9A-Za-z.-]*")
            .doesNotContain("SNAPSHOT");
      }
    }

    assertThat(versioned).hasSizeGreaterThan(30);
    // In a profile, what has its version elsewhere is only configured.
    assertThat(named(pom)).extracting(one -> text(one, "artifactId")).isSubsetOf(versioned);
  }

  private static List<Element> named(Element pom) {
    List<Element> named = new ArrayList<>();
    for (String kind : List.of("plugin", "dependency", "path")) {
      NodeList all = pom.getElementsByTagName(kind);
      for (int i = 0; i < all.getLength(); i++) {
        named.add((Element) all.item(i));
      }
    }
    return named;
  }

  private static String resolved(String version, Map<String, String> properties) {
    return version.startsWith("${")
        ? properties.getOrDefault(version.substring(2, version.length() - 1), version)
        : version;
  }

  private static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    return elements(parent).stream()
        .filter(child -> child.getTagName().equals(name))
        .map(Node::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }
}
