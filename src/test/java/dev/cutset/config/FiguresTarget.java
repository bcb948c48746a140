package dev.cutset.config;

import java.nio.charset.StandardCharsets;

/** Figures of availability, as `availability --figures` reads them. */
public final class FiguresTarget {
  private FiguresTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      FigureTableReader.read(new String(input, StandardCharsets.UTF_8), "figures.yaml");
    } catch (ConfigurationException refused) {
      // That is its way to say so.
    }
  }
}
