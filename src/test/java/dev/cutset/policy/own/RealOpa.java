package dev.cutset.policy.own;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The real {@code opa}, for tests that are nothing without it. */
public final class RealOpa {
  private RealOpa() {}

  /** Ends the test as skipped, or as failed where tools are required, when there is none. */
  public static void required() {
    boolean there =
        Stream.of(path().split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "opa")));
    if (!there && "true".equals(System.getenv("CUTSET_REQUIRE_TOOLS"))) {
      fail("CUTSET_REQUIRE_TOOLS is set and `opa` is not on the PATH");
    }
    assumeTrue(there, "skipped: `opa` is not on the PATH");
  }

  public static String path() {
    return System.getenv().getOrDefault("PATH", "");
  }

  /** An environment with it. */
  static Map<String, String> with(Path caches) {
    return Map.of("PATH", path(), "XDG_CACHE_HOME", caches.toString());
  }

  /** An environment without it. */
  static Map<String, String> without(Path caches) {
    return Map.of("PATH", caches.toString(), "XDG_CACHE_HOME", caches.toString());
  }
}
