package dev.cutset.fuzz;

import dev.cutset.config.BaselineReader;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.policy.PolicyCatalog;
import java.nio.charset.StandardCharsets;

/** Configurations and baselines, which are YAML both. */
public final class ConfigurationTarget {
  private static final ConfigurationReader READER =
      new ConfigurationReader(PolicyCatalog.bundled().ids());

  private ConfigurationTarget() {}

  /** Reads one part of a text. */
  @FunctionalInterface
  private interface Reading {
    void read(String text) throws ConfigurationException;
  }

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    readOrRefused(text, yaml -> READER.read(yaml, "cutset.yaml"));
    readOrRefused(text, yaml -> ConfigurationReader.rules(yaml, "cutset.yaml"));
    readOrRefused(text, yaml -> ConfigurationReader.opa(yaml, "cutset.yaml"));
    readOrRefused(text, yaml -> BaselineReader.read(yaml, "cutset-baseline.json"));
  }

  private static void readOrRefused(String text, Reading reading) {
    try {
      reading.read(text);
    } catch (ConfigurationException refused) {
      // That is its way to say so.
    }
  }
}
