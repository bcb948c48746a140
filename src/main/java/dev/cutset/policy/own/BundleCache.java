package dev.cutset.policy.own;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bundles that were compiled before, under what they were made of.
 *
 * <p>It only saves time: what cannot be read, or is not what was written, is not there; what cannot
 * be written is made anew the next time.
 */
final class BundleCache {
  private static final String ENDING = ".bundle";
  private static final int DIGEST = 64;
  private static final int MOST = 100;

  private final Optional<Path> folder;

  BundleCache(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The one of a user; none where nobody says whose it would be. */
  static BundleCache of(Map<String, String> environment) {
    return new BundleCache(home(environment).map(home -> home.resolve("policies")));
  }

  /** What Cutset keeps for a user, and can do without. */
  static Optional<Path> home(Map<String, String> environment) {
    return variable(environment, "XDG_CACHE_HOME")
        .or(() -> variable(environment, "HOME").map(home -> home.resolve(".cache")))
        .map(caches -> caches.resolve("cutset"));
  }

  /** What a relative path would mean changes with the folder that one is in. */
  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /**
   * The bundle of some sources.
   *
   * @param sources the digest of the sources
   * @param compiler the digest of what would compile them; empty: whatever did
   */
  Optional<byte[]> find(String sources, Optional<String> compiler) {
    String beginning = sources + "-" + compiler.orElse("");
    return entries().stream()
        .filter(entry -> entry.getFileName().toString().startsWith(beginning))
        .flatMap(entry -> content(entry).stream())
        .findFirst();
  }

  void keep(String sources, String compiler, byte[] bundle) {
    if (folder.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(folder.get());
      Path draft = Files.createTempFile(folder.get(), "draft-", ".tmp");
      try {
        Files.write(draft, sealed(bundle));
        Files.move(
            draft,
            folder.get().resolve(sources + "-" + compiler + ENDING),
            StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      dropOldest();
    } catch (IOException unwritable) {
      // It is compiled again the next time.
    }
  }

  private static byte[] sealed(byte[] bundle) {
    byte[] digest = Digest.of(bundle).getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(digest, DIGEST + bundle.length);
    System.arraycopy(bundle, 0, all, DIGEST, bundle.length);
    return all;
  }

  private static Optional<byte[]> content(Path entry) {
    try {
      byte[] all = Files.readAllBytes(entry);
      byte[] bundle = Arrays.copyOfRange(all, Math.min(DIGEST, all.length), all.length);
      return Arrays.equals(all, sealed(bundle)) ? Optional.of(bundle) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private void dropOldest() {
    entries().stream().skip(MOST).forEach(entry -> entry.toFile().delete());
  }

  /** The newest first. */
  private List<Path> entries() {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparingLong((Path file) -> -file.toFile().lastModified()))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
