package dev.cutset.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file of prices; a mistake in it is an error with its place. */
public final class PricesReader {
  private static final List<String> KEYS = List.of("currency", "prices");

  private PricesReader() {}

  public static Prices read(Path file) throws ConfigurationException {
    return read(WrittenFile.text(file), file.toString());
  }

  static Prices read(String text, String file) throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file);
    Optional<Node> root = mistakes.root(text);
    Prices prices = root.map(node -> prices(node, mistakes)).orElse(Prices.NONE);
    mistakes.throwIfAny();
    return prices;
  }

  private static Prices prices(Node root, Mistakes mistakes) {
    Section section = Section.closed(root, KEYS, mistakes);
    List<Prices.Price> prices = new ArrayList<>();
    section
        .get("prices")
        .map(node -> Section.open(node, mistakes))
        .ifPresent(
            all ->
                all.entries()
                    .forEach(
                        (match, entry) ->
                            amount(all, match, entry.value(), mistakes)
                                .ifPresent(
                                    amount ->
                                        prices.add(
                                            new Prices.Price(new NamePattern(match), amount)))));
    if (section.isSound() && !section.has("prices")) {
      mistakes.add(root, "a file of prices without `prices`", "say what one more copy costs");
    }
    return new Prices(section.text("currency").orElse(""), prices);
  }

  private static OptionalDouble amount(Section section, String key, Node value, Mistakes mistakes) {
    Optional<String> text = section.text(value, key);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    Optional<Double> amount = number(text.get());
    if (amount.isEmpty() || key.isBlank()) {
      mistakes.add(
          value,
          "`" + text.get() + "` is no price for `" + key + "`",
          "write a number, zero or more, such as 129.50");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(amount.get());
  }

  private static Optional<Double> number(String text) {
    try {
      double number = Double.parseDouble(text);
      return number >= 0 && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
