package dev.cutset.pulumi.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A Maven project as its file tells it, without what Maven makes of that. */
record Pom(Path file, Element project) {
  private static final int DEEPEST = 8;

  static Pom read(Path file) throws ProgramException {
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Pom(file, factory.newDocumentBuilder().parse(in).getDocumentElement());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new ProgramException("`" + file + "`: this is not a pom that can be read; mend it");
    }
  }

  /** It and its parents, as far as they are beside it. */
  List<Pom> withParents() throws ProgramException {
    List<Pom> poms = new ArrayList<>();
    Optional<Path> next = Optional.of(file);
    while (next.isPresent() && poms.size() < DEEPEST) {
      Pom pom = poms.isEmpty() ? this : read(next.get());
      poms.add(pom);
      next = child(pom.project(), "parent").map(pom::fileOf).filter(Files::exists);
    }
    return poms;
  }

  private Path fileOf(Element parent) {
    String path = child(parent, "relativePath").map(Pom::text).orElse("../pom.xml");
    Path found = file.resolveSibling(path).normalize();
    return Files.isDirectory(found) ? found.resolve("pom.xml") : found;
  }

  /** The folder from which all is built that a module in a folder needs: its own, or one above. */
  static Path root(Path folder) throws ProgramException {
    Path root = folder;
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      Path file = above.resolve("pom.xml");
      if (Files.isRegularFile(file) && read(file).modules().contains(root)) {
        root = above;
      }
    }
    return root;
  }

  /** The folders of its modules. */
  List<Path> modules() {
    return children(project, "modules").stream()
        .flatMap(modules -> children(modules, "module").stream())
        .map(module -> file.resolveSibling(text(module)).normalize())
        .map(path -> path.toString().endsWith(".xml") ? path.getParent() : path)
        .toList();
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }

  static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
