package dev.cutset.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads files of figures; a mistake in one is an error with its place. */
public final class FigureTableReader {
  private static final String BUNDLED = "availability.yaml";
  private static final List<String> KEYS = List.of("match", "available", "between", "source");

  private FigureTableReader() {}

  /** The figures that come with Cutset; they have one for everything. */
  public static FigureTable bundled() {
    try (InputStream in = FigureTableReader.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException("the figures are missing");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), BUNDLED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  public static FigureTable read(Path file) throws ConfigurationException {
    return read(WrittenFile.text(file), file.toString());
  }

  static FigureTable read(String text, String file) throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file);
    Optional<Node> root = mistakes.root(text);
    List<FigureTable.Entry> entries = new ArrayList<>();
    root.ifPresent(
        node -> {
          for (Node item : Section.closed(node, List.of("figures"), mistakes).items("figures")) {
            entry(item, mistakes).ifPresent(entries::add);
          }
        });
    mistakes.throwIfAny();
    return new FigureTable(entries);
  }

  private static Optional<FigureTable.Entry> entry(Node node, Mistakes mistakes) {
    Section section = Section.closed(node, KEYS, mistakes);
    Optional<NamePattern> match = section.pattern("match");
    List<Node> ends =
        section.has("between")
            ? section.items("between")
            : section.get("available").stream().toList();
    List<Double> shares = new ArrayList<>();
    for (Node end : ends) {
      share(end, mistakes).ifPresent(shares::add);
    }
    boolean fits = ends.size() == (section.has("between") ? 2 : 1);
    if (section.isSound() && (match.isEmpty() || !fits)) {
      mistakes.add(
          node,
          "a figure without `match`, or without a percentage",
          "write `{ match: name, available: 99.9 }`, or `between: [99, 99.9]`");
    }
    if (match.isEmpty() || !fits || shares.size() < ends.size()) {
      return Optional.empty();
    }
    double least = Math.min(shares.get(0), shares.get(shares.size() - 1));
    double most = Math.max(shares.get(0), shares.get(shares.size() - 1));
    return Optional.of(
        new FigureTable.Entry(
            match.get(), least, most, section.text("source").orElse("the figures of this stack")));
  }

  private static Optional<Double> share(Node node, Mistakes mistakes) {
    if (node instanceof ScalarNode scalar) {
      try {
        double percent = Double.parseDouble(scalar.getValue());
        if (percent >= 0 && percent <= 100) {
          return Optional.of(percent / 100);
        }
      } catch (NumberFormatException e) {
        mistakes.add(node, "`" + scalar.getValue() + "` is no number", "write percent, as 99.9");
        return Optional.empty();
      }
    }
    mistakes.add(node, "no percentage", "write a number between 0 and 100");
    return Optional.empty();
  }
}
