package dev.cutset.policy.server;

import dev.cutset.policy.JudgeException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Asks a server, and again where that may help. A message says what went wrong; those of the
 * libraries are not shown, since they could quote what was sent.
 */
final class Connection {
  private final OpaServer server;
  private final Optional<String> token;
  private final Limits limits;
  private final HttpClient.Builder client;

  Connection(
      OpaServer server, Optional<String> token, Optional<SSLContext> context, Limits limits) {
    this.server = server;
    this.token = token;
    this.limits = limits;
    // The token is for the address that was named, and for no other.
    this.client = Clients.asking(Redirect.NEVER, limits.call());
    context.ifPresent(client::sslContext);
  }

  /**
   * What to put up with.
   *
   * @param mostBytes the size of an answer
   * @param pause before asking again; twice as long each time
   * @param call who does not take a call by then is not there
   */
  record Limits(long mostBytes, Duration pause, Duration call) {
    static final Limits USUAL =
        new Limits(64L << 20, Duration.ofMillis(250), Duration.ofSeconds(5));
  }

  /** One attempt failed in a way that another may not. */
  private static final class PassingException extends Exception {
    private static final long serialVersionUID = 1L;

    PassingException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** What the server answers to a question in JSON. */
  Reply ask(String question) {
    HttpRequest request = request(question);
    HttpClient asked = client.build();
    for (int attempt = 0; ; attempt++) {
      boolean last = attempt == server.retries();
      try {
        Reply reply = send(request, asked);
        if (last || !reply.isPassing()) {
          Clients.hangUp(asked);
          return reply;
        }
      } catch (PassingException e) {
        if (last) {
          throw new JudgeException(e.getMessage() + tried(attempt + 1), e);
        }
      }
      rest(attempt);
    }
  }

  private static String tried(int times) {
    return times == 1 ? "" : "; it was asked " + times + " times";
  }

  private HttpRequest request(String question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.question())
            .timeout(server.timeout())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("User-Agent", "cutset")
            .POST(BodyPublishers.ofString(question));
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request.build();
  }

  private Reply send(HttpRequest request, HttpClient asked) throws PassingException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        asked.sendAsync(request, BoundedBody.of(limits.mostBytes()));
    try {
      // The request's own timeout ends with the head of the answer.
      return Reply.of(sent.get(server.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw late(e);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new JudgeException(server.name() + " had not answered when Cutset was stopped", e);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private JudgeException late(Throwable cause) {
    return new JudgeException(
        server.name()
            + " did not answer within "
            + seconds(server.timeout())
            + "; see what keeps it, or give it more time with --opa-timeout"
            + " (`timeout` in cutset.yaml)",
        cause);
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private PassingException failed(Throwable cause) throws PassingException {
    if (cause instanceof BoundedBody.TooLongException) {
      throw new JudgeException(
          server.name()
              + " answered with more than "
              + limits.mostBytes()
              + " bytes; check what"
              + " the decision `"
              + server.decision()
              + "` is",
          cause);
    }
    if (cause instanceof SSLException) {
      throw untrusted(cause);
    }
    if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
      return new PassingException(
          server.name()
              + " cannot be reached ("
              + why(cause)
              + "); check that it runs, and its address",
          cause);
    }
    if (cause instanceof java.net.http.HttpTimeoutException) {
      throw late(cause);
    }
    if (cause instanceof IOException) {
      boolean secure = server.url().getScheme().equalsIgnoreCase("https");
      return new PassingException(
          "the connection to "
              + server.name()
              + " broke before it had answered; check that it speaks "
              // One that refuses a client can hang up before it has said so.
              + (secure ? "https, whether it wants a client certificate" : "http")
              + ", and look at its log",
          cause);
    }
    throw new JudgeException(
        server.name() + " cannot be asked (" + cause.getClass().getSimpleName() + ")", cause);
  }

  private static String why(Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return "nobody takes the call";
    }
    for (Throwable part = cause; part != null; part = part.getCause()) {
      if (part instanceof UnresolvedAddressException) {
        return "no such host";
      }
    }
    return "the connection is refused";
  }

  private JudgeException untrusted(Throwable cause) {
    for (Throwable part = cause; part != null; part = part.getCause()) {
      if (part instanceof CertificateException) {
        return new JudgeException(
            server.name()
                + " is not trusted: its certificate is for another host, has ended, or is of"
                + " another authority; name the authority with --opa-ca (`caCertificate`)",
            cause);
      }
    }
    return new JudgeException(
        server.name()
            + " does not agree on TLS; check that it speaks https, and whether it wants a client"
            + " certificate (--opa-cert and --opa-key; `clientCertificate` and `clientKey`)",
        cause);
  }

  private void rest(int attempt) {
    try {
      Thread.sleep(limits.pause().toMillis() << attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JudgeException(server.name() + " had not answered when Cutset was stopped", e);
    }
  }
}
