package dev.cutset.policy.own;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Where bundles lie that came from elsewhere, under names that tell from where. */
public final class FetchedBundles {
  private final Map<String, String> environment;

  public FetchedBundles(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Puts one down, whole, in place of what came from there before.
   *
   * @return where it lies
   */
  public Path keep(URI address, byte[] bundle) throws OwnPolicyException {
    String name = (address.getHost() + "/" + address.getPath()).replaceAll("[^\\w.-]+", "_");
    try {
      Path file = folder().resolve(name);
      Path draft = Files.createTempFile(file.getParent(), "draft-", ".tmp");
      Files.write(draft, bundle);
      return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new OwnPolicyException(
          "the bundle from `" + address + "` cannot be kept: " + e.getMessage(), e);
    }
  }

  /** A user's, or for this once where nothing can be kept for the user. */
  private Path folder() throws IOException {
    Path folder = BundleCache.home(environment).map(home -> home.resolve("fetched")).orElse(null);
    try {
      if (folder != null && Files.isWritable(Files.createDirectories(folder))) {
        return folder;
      }
    } catch (IOException unwritable) {
      // A folder for this once will do.
    }
    return Files.createTempDirectory("cutset-fetched-");
  }
}
