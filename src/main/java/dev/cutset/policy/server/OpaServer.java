package dev.cutset.policy.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server of OPA that judges, and how it is asked.
 *
 * @param url where it is, such as {@code https://opa.example.com:8181}
 * @param decision the rule that is asked, with slashes
 * @param token what it lets us in with
 * @param authorities a PEM file with the only certificates to trust; else those of the JVM
 * @param clientKey who we are
 * @param timeout how long one attempt may take
 * @param retries how often it is asked again when it cannot be reached or is busy
 */
public record OpaServer(
    URI url,
    String decision,
    Optional<TokenSource> token,
    Optional<Path> authorities,
    Optional<ClientKey> clientKey,
    Duration timeout,
    int retries) {
  /** What is asked where nothing else is said: what the bundled policies answer. */
  public static final String FINDINGS = "cutset/findings";

  public static final Duration TIMEOUT = Duration.ofSeconds(10);
  public static final int RETRIES = 2;

  private static final Pattern DECISION = Pattern.compile("[^/\\s]+(/[^/\\s]+)*");
  private static final Pattern HERE =
      Pattern.compile("localhost|127(\\.\\d+){3}|\\[(::1|0:0:0:0:0:0:0:1)]");
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_RETRIES = 10;

  public OpaServer {
    mistake(url).ifPresent(OpaServer::refuse);
    if (!isDecision(decision)) {
      refuse("`" + decision + "` is no path of a decision");
    }
    if (!isTimeout(timeout)) {
      refuse("a timeout of " + timeout);
    }
    if (!isRetries(retries)) {
      refuse(retries + " retries");
    }
  }

  private static void refuse(String what) {
    throw new IllegalArgumentException(what);
  }

  /** A server that is asked as is usual. */
  public static OpaServer at(URI url) {
    return new OpaServer(
        url, FINDINGS, Optional.empty(), Optional.empty(), Optional.empty(), TIMEOUT, RETRIES);
  }

  /** Reads an address; empty where it is none. */
  public static Optional<URI> url(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What is wrong with an address; it is not quoted where it holds a password. */
  public static Optional<String> mistake(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (url.getRawUserInfo() != null) {
      return Optional.of("the address of the server holds a user or a password");
    }
    if (!scheme.equals("http") && !scheme.equals("https") || url.getHost() == null) {
      return Optional.of("`" + url + "` is no address of a server");
    }
    return url.getRawQuery() == null && url.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("`" + url + "` has more than a path behind its host");
  }

  /** Whether a text is a path of a decision, {@code cutset/findings}. */
  public static boolean isDecision(String text) {
    return DECISION.matcher(text).matches();
  }

  public static boolean isTimeout(Duration timeout) {
    return !timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST) <= 0;
  }

  public static boolean isRetries(int retries) {
    return retries >= 0 && retries <= MOST_RETRIES;
  }

  /**
   * Where the decision is asked. A function that fails in the server's rules makes the decision
   * fail: else the finding that it was to make would be missing without a word.
   */
  URI question() {
    String base = url.toString().replaceFirst("/+$", "");
    String path =
        Stream.of(decision.split("/"))
            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return URI.create(base + "/v1/data/" + path + "?strict-builtin-errors=true");
  }

  /** Whether what is sent can be read on the way. */
  boolean isOpenToOthers() {
    return "http".equalsIgnoreCase(url.getScheme())
        && !HERE.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  /** What messages call it. */
  String name() {
    return "the OPA server at `" + url + "`";
  }
}
