import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Looks for licences that nobody allowed and flaws that nobody accepted in lists of CycloneDX.
 *
 * <p>Arguments: the folder of licences.txt and accepted.txt, the table of advisories, the lists.
 */
public final class Supply {
  private final Set<String> complaints = new TreeSet<>();
  private final Set<String> allowed;
  private final Map<String, LocalDate> accepted;
  private final Set<String> used = new TreeSet<>();

  /** A library: its coordinates, and by what licences it may be used. */
  private record Library(String name, String version, List<String> licences) {
    String id() {
      return name.substring(name.indexOf(':') + 1) + " " + version;
    }
  }

  /** A line of the table: which versions have a flaw. */
  private record Advisory(
      String id, String day, String title, String library, String from, String fixed, String last) {

    boolean affects(String version) {
      ComparableVersion own = new ComparableVersion(version);
      if (!from.isEmpty() && own.compareTo(new ComparableVersion(from)) < 0) {
        return false;
      }
      if (!fixed.isEmpty()) {
        return own.compareTo(new ComparableVersion(fixed)) < 0;
      }
      return last.isEmpty() || own.compareTo(new ComparableVersion(last)) <= 0;
    }
  }

  private Supply(Path folder) throws IOException {
    allowed = new TreeSet<>(lines(folder.resolve("licences.txt")));
    accepted = new TreeMap<>();
    for (String line : lines(folder.resolve("accepted.txt"))) {
      String[] parts = line.split("\\s+", 4);
      if (parts.length < 4) {
        throw new IllegalArgumentException(
            "accepted.txt: say LIBRARY ID LAST-DAY REASON, not `" + line + "`");
      }
      accepted.put(parts[0] + " " + parts[1], LocalDate.parse(parts[2]));
    }
  }

  public static void main(String[] arguments) throws Exception {
    Supply supply = new Supply(Path.of(arguments[0]));
    List<Advisory> advisories = advisories(Path.of(arguments[1]));
    Map<String, Library> libraries = new TreeMap<>();
    for (int i = 2; i < arguments.length; i++) {
      for (Library library : libraries(Path.of(arguments[i]))) {
        libraries.put(library.name() + ":" + library.version(), library);
      }
    }
    LocalDate newest = LocalDate.EPOCH;
    for (Advisory advisory : advisories) {
      LocalDate day = LocalDate.parse(advisory.day());
      newest = day.isAfter(newest) ? day : newest;
    }
    libraries.values().forEach(library -> supply.judge(library, advisories));
    supply.say(libraries.size(), advisories.size(), newest);
  }

  private void judge(Library library, List<Advisory> advisories) {
    if (library.licences().isEmpty()) {
      complaints.add(library.id() + ": no licence");
    } else if (library.licences().stream().noneMatch(allowed::contains)) {
      // Where a library names several, whoever uses it chooses.
      complaints.add(library.id() + ": licence `" + String.join("`, `", library.licences()) + "`");
    }
    for (Advisory advisory : advisories) {
      if (advisory.library().equals(library.name()) && advisory.affects(library.version())) {
        judge(library, advisory);
      }
    }
  }

  private void judge(Library library, Advisory advisory) {
    String key = library.name() + " " + advisory.id();
    String flaw = library.id() + ": " + advisory.id() + ", " + advisory.title();
    Optional<LocalDate> until = Optional.ofNullable(accepted.get(key));
    if (until.isEmpty()) {
      complaints.add(flaw);
    } else if (until.get().isBefore(LocalDate.now())) {
      complaints.add(flaw + "; it was accepted until " + until.get());
    } else {
      used.add(key);
    }
  }

  private void say(int libraries, int advisories, LocalDate newest) {
    System.out.printf(
        "%d libraries; %d lines of advisories, the newest of %s, %d days ago%n",
        libraries, advisories, newest, ChronoUnit.DAYS.between(newest, LocalDate.now()));
    used.forEach(key -> System.out.println("accepted: " + key + " until " + accepted.get(key)));
    complaints.forEach(complaint -> System.out.println("supply: " + complaint));
    if (!complaints.isEmpty()) {
      System.exit(1);
    }
  }

  private static List<Library> libraries(Path list) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Element root = factory.newDocumentBuilder().parse(list.toFile()).getDocumentElement();
    List<Library> libraries = new ArrayList<>();
    for (Element component : children(child(root, "components").orElseThrow())) {
      String name = text(component, "group") + ":" + text(component, "name");
      List<String> licences = new ArrayList<>();
      for (Element choice : child(component, "licenses").map(Supply::children).orElse(List.of())) {
        licences.add(
            choice.getTagName().equals("expression")
                ? choice.getTextContent()
                : child(choice, "id").isPresent() ? text(choice, "id") : text(choice, "name"));
      }
      libraries.add(new Library(name, text(component, "version"), licences));
    }
    if (libraries.isEmpty()) {
      throw new IllegalArgumentException(list + " lists nothing");
    }
    return libraries;
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getTagName().equals(name)).findFirst();
  }

  private static String text(Element parent, String name) {
    return child(parent, name).map(Node::getTextContent).orElse("");
  }

  private static List<Advisory> advisories(Path table) throws IOException {
    List<Advisory> advisories = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      List<String> cells = cells(line);
      if (cells.size() < 7 || !cells.get(1).matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
        throw new IllegalArgumentException("no advisory: " + line);
      }
      advisories.add(
          new Advisory(
              cells.get(0),
              cells.get(1).substring(0, 10),
              cells.get(2),
              cells.get(3),
              cells.get(4),
              cells.get(5),
              cells.get(6)));
    }
    return advisories;
  }

  /** The cells of a line; a quoted one may hold commas, and two quotes for one. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (twice) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
