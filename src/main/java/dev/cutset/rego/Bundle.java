package dev.cutset.rego;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code opa build -t plan} writes: a plan, the data it is asked with, and the policies it was
 * made of.
 *
 * @param data the base documents, an empty object if there are none
 * @param sources the text of each policy, under the name that the plan has for it
 */
public record Bundle(Plan plan, RegoValue data, Map<String, String> sources) {
  /** What a bundle may unpack to if nothing else is said: 256 MiB. */
  public static final long MAX_BYTES = 256L << 20;

  public Bundle {
    sources = Map.copyOf(sources);
  }

  /**
   * Reads a {@code bundle.tar.gz} whose plan calls none but the standard builtins.
   *
   * @throws UnsupportedPlanException naming what the bundle or its plan lacks
   */
  public static Bundle read(InputStream tarGz) {
    return read(tarGz, Builtins.standard(), MAX_BYTES);
  }

  /**
   * Reads a {@code bundle.tar.gz}.
   *
   * <p>One that is signed is refused, so that no one takes it for verified. So is one that only
   * says what changed in another.
   *
   * @param maxBytes the bytes that it may unpack to
   * @throws UnsupportedPlanException naming what the bundle or its plan lacks
   */
  public static Bundle read(InputStream tarGz, Builtins builtins, long maxBytes) {
    return new BundleReader(builtins, Optional.empty()).read(tarGz, maxBytes);
  }

  /**
   * Reads a signed {@code bundle.tar.gz} whose plan calls none but the standard builtins.
   *
   * @throws UnsupportedPlanException when it is not signed as it should be, or lacks something
   */
  public static Bundle read(InputStream tarGz, Verification verification) {
    return read(tarGz, Builtins.standard(), MAX_BYTES, verification);
  }

  /**
   * Reads a signed {@code bundle.tar.gz}.
   *
   * @param maxBytes the bytes that it may unpack to
   * @throws UnsupportedPlanException when it is not signed as it should be, or lacks something
   */
  public static Bundle read(
      InputStream tarGz, Builtins builtins, long maxBytes, Verification verification) {
    return new BundleReader(builtins, Optional.of(verification)).read(tarGz, maxBytes);
  }
}
