package dev.cutset.fuzz;

import dev.cutset.rego.Builtins;
import dev.cutset.rego.Bundle;
import dev.cutset.rego.UnsupportedPlanException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Bundles: archives with a plan and data. They are packed here, since nobody guesses checksums. */
public final class BundleTarget {
  private static final long MOST = 1 << 20;

  private BundleTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    read(input);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(input);
    }
    read(packed.toByteArray());
  }

  private static void read(byte[] bundle) {
    try {
      Bundle.read(new ByteArrayInputStream(bundle), Builtins.standard(), MOST);
    } catch (UnsupportedPlanException refused) {
      // That is its way to say so.
    }
  }
}
