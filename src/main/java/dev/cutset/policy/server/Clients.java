package dev.cutset.policy.server;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;

/** What all that asks over HTTP has in common. */
final class Clients {
  private Clients() {}

  /**
   * A client for one question.
   *
   * @param call who does not take a call by then is not there
   */
  static HttpClient.Builder asking(Redirect redirects, Duration call) {
    return HttpClient.newBuilder()
        // An upgrade to version 2 is offered on the first request, which is all there is.
        .version(Version.HTTP_1_1)
        .followRedirects(redirects)
        .proxy(ProxySelector.getDefault())
        .connectTimeout(call);
  }

  /**
   * Lets go of a client that was answered, which can be done from version 21 of the JDK on. A JVM
   * at its end waits a third of a second for threads that listen.
   */
  static void hangUp(HttpClient client) {
    if (client instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (Exception e) {
        throw new IllegalStateException("a client that cannot be closed", e);
      }
    }
  }
}
