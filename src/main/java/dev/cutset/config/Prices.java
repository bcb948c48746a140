package dev.cutset.config;

import dev.cutset.stack.Urn;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one more copy of a resource costs.
 *
 * @param currency what the prices are in, and for how long, such as {@code EUR a month}
 * @param prices the first that matches a resource counts
 */
public record Prices(String currency, List<Price> prices) {

  /** Nobody said. */
  public static final Prices NONE = new Prices("", List.of());

  public Prices {
    prices = List.copyOf(prices);
  }

  /**
   * The price of one copy.
   *
   * @param match the type token, the URN or the name
   */
  public record Price(NamePattern match, double amount) {}

  /** What one more copy of a resource costs; empty where nobody said. */
  public OptionalDouble of(Urn urn, String type) {
    return prices.stream()
        .filter(price -> price.match().matches(urn, type))
        .mapToDouble(Price::amount)
        .findFirst();
  }
}
