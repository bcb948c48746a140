package dev.cutset.cli;

import dev.cutset.policy.server.ClientKey;
import dev.cutset.policy.server.OpaServer;
import dev.cutset.policy.server.TokenSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say which OPA server judges in place of the policies that come with Cutset. */
final class OpaOptions {
  @Option(
      names = "--opa",
      paramLabel = "URL",
      description = {
        "An OPA server that judges in place of the policies that come with Cutset; section `opa` of"
            + " cutset.yaml when left out, and else of no account."
      })
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--opa-path",
      paramLabel = "PATH",
      description = "The rule that it is asked for; cutset/findings when left out.")
  private Optional<String> path = Optional.empty();

  @Option(
      names = "--opa-token-env",
      paramLabel = "NAME",
      description = "The environment variable that holds the bearer token for it.")
  private Optional<String> tokenVariable = Optional.empty();

  @Option(
      names = "--opa-token-file",
      paramLabel = "FILE",
      description = "The file that holds the bearer token for it.")
  private Optional<String> tokenFile = Optional.empty();

  @Option(
      names = "--opa-ca",
      paramLabel = "FILE",
      description = "The authorities to trust, in PEM; those of the JVM when left out.")
  private Optional<String> authorities = Optional.empty();

  @Option(
      names = "--opa-cert",
      paramLabel = "FILE",
      description = "The certificate that Cutset shows, in PEM.")
  private Optional<String> certificate = Optional.empty();

  @Option(
      names = "--opa-key",
      paramLabel = "FILE",
      description = "The private key of that certificate, in PEM.")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--opa-timeout",
      paramLabel = "SECONDS",
      description = "How long one attempt may take; 10 seconds when left out.")
  private Optional<Integer> timeout = Optional.empty();

  @Option(
      names = "--opa-retries",
      paramLabel = "N",
      description =
          "How often it is asked again when it cannot be reached or is busy; 2 when left out.")
  private Optional<Integer> retries = Optional.empty();

  /** The server that is named here. */
  Optional<OpaServer> server(Surroundings surroundings) throws WrongUseException {
    if (url.isEmpty()) {
      refuseDetails();
      return Optional.empty();
    }
    refuseContradictions();
    return Optional.of(
        new OpaServer(
            address(url.get()),
            decision(),
            token(surroundings),
            authorities.map(surroundings::resolve),
            clientKey(surroundings),
            time(),
            attempts()));
  }

  /** A detail that counted for nothing would be taken for one that does. */
  private void refuseDetails() throws WrongUseException {
    boolean any =
        Stream.of(path, tokenVariable, tokenFile, authorities, certificate, key, timeout, retries)
            .anyMatch(Optional::isPresent);
    if (any) {
      throw new WrongUseException(
          "options of an OPA server without the server; name it with --opa URL");
    }
  }

  private void refuseContradictions() throws WrongUseException {
    if (tokenVariable.isPresent() && tokenFile.isPresent()) {
      throw new WrongUseException(
          "--opa-token-env and --opa-token-file both name a token; use one of them");
    }
    if (certificate.isPresent() != key.isPresent()) {
      throw new WrongUseException("--opa-cert and --opa-key go together; give both or neither");
    }
  }

  private static URI address(String text) throws WrongUseException {
    Optional<URI> address = OpaServer.url(text);
    if (address.isEmpty()) {
      throw new WrongUseException(
          "--opa is no address of a server; write it as https://opa.example.com:8181");
    }
    Optional<String> mistake = OpaServer.mistake(address.get());
    if (mistake.isPresent()) {
      throw new WrongUseException(
          "--opa: " + mistake.get() + "; write it as https://opa.example.com:8181");
    }
    return address.get();
  }

  private String decision() throws WrongUseException {
    String decision = path.orElse(OpaServer.FINDINGS);
    if (!OpaServer.isDecision(decision)) {
      throw new WrongUseException(
          "--opa-path: `"
              + decision
              + "` is no path of a decision; write the packages and the rule with slashes, such as "
              + OpaServer.FINDINGS);
    }
    return decision;
  }

  private Optional<TokenSource> token(Surroundings surroundings) {
    Optional<TokenSource> variable = tokenVariable.map(TokenSource.Variable::new);
    return variable.or(() -> tokenFile.map(surroundings::resolve).map(TokenSource.File::new));
  }

  private Optional<ClientKey> clientKey(Surroundings surroundings) {
    Optional<Path> with = key.map(surroundings::resolve);
    return certificate
        .map(surroundings::resolve)
        .flatMap(of -> with.map(secret -> new ClientKey(of, secret)));
  }

  private Duration time() throws WrongUseException {
    Duration time = timeout.map(Duration::ofSeconds).orElse(OpaServer.TIMEOUT);
    if (!OpaServer.isTimeout(time)) {
      throw new WrongUseException("--opa-timeout: give seconds from 1 to 600");
    }
    return time;
  }

  private int attempts() throws WrongUseException {
    int attempts = retries.orElse(OpaServer.RETRIES);
    if (!OpaServer.isRetries(attempts)) {
      throw new WrongUseException("--opa-retries: give a number from 0 to 10");
    }
    return attempts;
  }
}
