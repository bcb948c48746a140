package dev.cutset.config;

import dev.cutset.config.ConfigurationException.Mistake;
import dev.cutset.yaml.YamlException;
import dev.cutset.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file, so that all of it can be mended at once. */
final class Mistakes {
  private final String file;
  private final List<Mistake> found = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  /** What the text of the file holds; one that is no YAML is refused at once. */
  Optional<Node> root(String text) throws ConfigurationException {
    try {
      return YamlReader.nodes(text, file);
    } catch (YamlException e) {
      throw new ConfigurationException(
          List.of(new Mistake(file, e.line(), e.column(), e.problem(), e.help())));
    }
  }

  void add(Node where, String message, String help) {
    found.add(place(where).mistake(message, help));
  }

  /** Where a node is. */
  Place place(Node node) {
    Optional<Mark> mark = node.getStartMark();
    return new Place(
        file, mark.map(m -> m.getLine() + 1).orElse(0), mark.map(m -> m.getColumn() + 1).orElse(0));
  }

  void throwIfAny() throws ConfigurationException {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
      throw new ConfigurationException(found);
    }
  }
}
