package dev.cutset.pulumi.host;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Resource.RegisterPackageRequest;

/** The packages that a program registers before it uses them, by the reference that it gets. */
final class Packages {
  private final Map<String, String> versions = new ConcurrentHashMap<>();

  /** The reference to a package; the same package has the same one. */
  String reference(RegisterPackageRequest request) {
    String base = request.getName() + "@" + request.getVersion();
    if (!request.hasParameterization()) {
      versions.put(base, request.getVersion());
      return base;
    }
    // Its types are those of the package that the parameters make of the provider.
    String version = request.getParameterization().getVersion();
    String reference = base + "+" + request.getParameterization().getName() + "@" + version;
    versions.put(reference, version);
    return reference;
  }

  /**
   * The version that a request means.
   *
   * @param reference to a package, or empty
   * @param said in the request itself, or empty
   */
  String version(String reference, String said) {
    return said.isEmpty() ? versions.getOrDefault(reference, "") : said;
  }
}
