package dev.cutset.config;

import dev.cutset.policy.server.ClientKey;
import dev.cutset.policy.server.OpaServer;
import dev.cutset.policy.server.TokenSource;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which server judges; files are relative to the folder of the configuration. */
final class OpaServerReader {
  static final List<String> KEYS =
      List.of(
          "url",
          "path",
          "tokenEnv",
          "tokenFile",
          "caCertificate",
          "clientCertificate",
          "clientKey",
          "timeout",
          "retries");

  private final String file;
  private final Mistakes mistakes;

  OpaServerReader(String file, Mistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  Optional<CentralRules> read(Node node) {
    Section section = Section.closed(node, KEYS, mistakes);
    if (section.isSound()) {
      checkComplete(section);
    }
    Optional<URI> url = section.text("url").flatMap(text -> url(text, section));
    String decision =
        section.text("path").filter(text -> isDecision(text, section)).orElse(OpaServer.FINDINGS);
    Optional<Path> authorities = path(section, "caCertificate");
    Optional<TokenSource> token = token(section);
    Optional<ClientKey> key = clientKey(section);
    Duration timeout =
        number(section, "timeout", "seconds from 1 to 600", OpaServerReader::isSeconds)
            .map(Duration::ofSeconds)
            .orElse(OpaServer.TIMEOUT);
    int retries =
        number(section, "retries", "a number from 0 to 10", OpaServer::isRetries)
            .orElse(OpaServer.RETRIES);
    return url.map(
        where ->
            new CentralRules(
                new OpaServer(where, decision, token, authorities, key, timeout, retries),
                mistakes.place(node)));
  }

  private static boolean isSeconds(int seconds) {
    return OpaServer.isTimeout(Duration.ofSeconds(seconds));
  }

  private void checkComplete(Section section) {
    if (!section.has("url")) {
      mistakes.add(
          section.node(), "a server without `url`", "say where it is: https://opa.example.com");
    }
    if (section.has("tokenEnv") && section.has("tokenFile")) {
      mistakes.add(
          section.node(), "both `tokenEnv` and `tokenFile`", "say once where the token is");
    }
    if (section.has("clientCertificate") != section.has("clientKey")) {
      mistakes.add(
          section.node(), "one of `clientCertificate` and `clientKey`", "they go together");
    }
  }

  private Optional<URI> url(String text, Section section) {
    Optional<URI> url = OpaServer.url(text);
    Optional<String> mistake =
        url.isPresent()
            ? OpaServer.mistake(url.get())
            : Optional.of("`url` is no address of a server");
    mistake.ifPresent(
        what -> mistakes.add(at(section, "url"), what, "write it as https://opa.example.com:8181"));
    return mistake.isPresent() ? Optional.empty() : url;
  }

  private boolean isDecision(String text, Section section) {
    boolean fits = OpaServer.isDecision(text);
    if (!fits) {
      mistakes.add(
          at(section, "path"),
          "`" + text + "` is no path of a decision",
          "write the packages and the rule with slashes, such as " + OpaServer.FINDINGS);
    }
    return fits;
  }

  private Optional<TokenSource> token(Section section) {
    Optional<TokenSource> variable = section.text("tokenEnv").map(TokenSource.Variable::new);
    Optional<TokenSource> stored = path(section, "tokenFile").map(TokenSource.File::new);
    return variable.or(() -> stored);
  }

  private Optional<ClientKey> clientKey(Section section) {
    Optional<Path> certificate = path(section, "clientCertificate");
    Optional<Path> key = path(section, "clientKey");
    return certificate.flatMap(of -> key.map(with -> new ClientKey(of, with)));
  }

  private Optional<Path> path(Section section, String key) {
    Optional<String> text = section.text(key);
    try {
      return text.map(Path.of(file)::resolveSibling).map(Path::normalize);
    } catch (InvalidPathException e) {
      mistakes.add(at(section, key), "`" + text.orElse("") + "` is no path of a file", "");
      return Optional.empty();
    }
  }

  private Optional<Integer> number(
      Section section, String key, String wanted, IntPredicate allowed) {
    Optional<String> text = section.text(key);
    Optional<Integer> number =
        text.filter(digits -> digits.matches("\\d{1,4}"))
            .map(Integer::valueOf)
            .filter(allowed::test);
    if (text.isPresent() && number.isEmpty()) {
      mistakes.add(
          at(section, key), "`" + text.get() + "` is no value for `" + key + "`", "give " + wanted);
    }
    return number;
  }

  private static Node at(Section section, String key) {
    return section.get(key).orElse(section.node());
  }
}
