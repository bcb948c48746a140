package dev.cutset.policy.server;

import dev.cutset.policy.JudgeException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * A web server that keeps a bundle of policies. Who it is does not matter, because what it gives
 * must be signed.
 */
public final class BundleServer {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
  private static final int FOUND = 200;

  private final URI address;
  private final Limits limits;

  BundleServer(URI address, Limits limits) {
    this.address = address;
    this.limits = limits;
  }

  /** What to put up with. */
  record Limits(long mostBytes, Duration time) {
    static final Limits USUAL = new Limits(64L << 20, Duration.ofSeconds(60));
  }

  /** The server at an address; empty if the text is no address but a path. */
  public static Optional<BundleServer> at(String text) throws OpaServerException {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      URI address = new URI(text);
      if (address.getHost() == null || address.getUserInfo() != null) {
        throw new OpaServerException(
            "the address of a bundle names a host, and neither user nor password");
      }
      return Optional.of(new BundleServer(address, Limits.USUAL));
    } catch (URISyntaxException e) {
      throw new OpaServerException("`" + text + "` is no address; check how it is written", e);
    }
  }

  public URI address() {
    return address;
  }

  /**
   * The bundle, as it is there now.
   *
   * @throws JudgeException when it cannot be had, and so nothing can be judged
   */
  public byte[] bundle() {
    HttpClient client = Clients.asking(Redirect.NORMAL, LONGEST_CALL).build();
    HttpRequest request =
        HttpRequest.newBuilder(address).header("User-Agent", "cutset").GET().build();
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, BoundedBody.of(limits.mostBytes()));
    try {
      HttpResponse<byte[]> answer = sent.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
      Clients.hangUp(client);
      if (answer.statusCode() != FOUND) {
        throw new JudgeException(message("the server answers with status " + answer.statusCode()));
      }
      return answer.body();
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw failure("it was not there within " + limits.time().toSeconds() + " s", e);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw failure("Cutset was stopped meanwhile", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw failure(why(cause), cause);
    }
  }

  private String why(Throwable cause) {
    if (cause instanceof BoundedBody.TooLongException) {
      return "it is larger than " + limits.mostBytes() + " bytes";
    }
    if (cause instanceof SSLException) {
      return "the server is not trusted, or does not agree on TLS";
    }
    return cause instanceof IOException
        ? "the server cannot be reached, or broke off"
        : cause.getClass().getSimpleName();
  }

  private JudgeException failure(String why, Throwable cause) {
    return new JudgeException(message(why), cause);
  }

  private String message(String why) {
    return "the bundle at `" + address + "` cannot be fetched: " + why + "; check the address";
  }
}
