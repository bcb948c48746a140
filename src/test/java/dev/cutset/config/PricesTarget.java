package dev.cutset.config;

import java.nio.charset.StandardCharsets;

/** Prices of copies, as `fix --prices` reads them. */
public final class PricesTarget {
  private PricesTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      PricesReader.read(new String(input, StandardCharsets.UTF_8), "prices.yaml");
    } catch (ConfigurationException refused) {
      // That is its way to say so.
    }
  }
}
