package dev.cutset.pulumi.host;

import dev.cutset.pulumi.offline.OfflineCloud;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The clouds of the providers that a program uses, each read when it is first needed. */
final class Clouds {
  private final ClassLoader sdks;
  private final Map<String, OfflineCloud> clouds = new ConcurrentHashMap<>();

  /**
   * Those whose SDKs the program has.
   *
   * @param sdks the classes of the program, of which none is run
   */
  Clouds(ClassLoader sdks) {
    this.sdks = sdks;
  }

  /** The cloud of a type or function token such as {@code aws:ec2/vpc:Vpc}. */
  OfflineCloud of(String token) {
    return clouds.computeIfAbsent(packageOf(token), name -> new OfflineCloud(name, sdks));
  }

  static String packageOf(String token) {
    int colon = token.indexOf(':');
    return colon < 0 ? token : token.substring(0, colon);
  }
}
