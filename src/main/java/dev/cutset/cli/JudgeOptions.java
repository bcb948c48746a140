package dev.cutset.cli;

import dev.cutset.policy.own.FetchedBundles;
import dev.cutset.policy.own.OwnPolicyException;
import dev.cutset.policy.own.SigningKey;
import dev.cutset.policy.server.BundleServer;
import dev.cutset.policy.server.OpaServerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say who judges beside the policies that come with Cutset. */
final class JudgeOptions {
  @Option(
      names = "--policy",
      paramLabel = "PATH|URL",
      description = {
        "Policies of your own, beside those that come with Cutset: a folder of Rego, or a bundle"
            + " made by `cutset policies build`, also the address of a signed one; can be repeated."
      })
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--policy-key",
      paramLabel = "FILE",
      description = {
        "The public key in PEM, or the secret, that these policies, and those that cutset.yaml"
            + " names, must be signed with."
      })
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--policy-key-alg",
      paramLabel = "ALG",
      description =
          "What that key is for: RS256, PS256, ES256, HS256 …; by its kind when left out.")
  private Optional<String> algorithm = Optional.empty();

  @Option(
      names = "--policy-scope",
      paramLabel = "SCOPE",
      description = "The scope that must have been signed; none when left out.")
  private Optional<String> scope = Optional.empty();

  /** Where the policies are that are named here; those at an address are fetched. */
  List<Path> policies(Surroundings surroundings)
      throws WrongUseException, OwnPolicyException, OpaServerException {
    List<Path> places = new ArrayList<>();
    for (String named : policies) {
      Optional<BundleServer> server = BundleServer.at(named);
      places.add(
          server.isPresent() ? fetched(server.get(), surroundings) : surroundings.resolve(named));
    }
    return places;
  }

  private Path fetched(BundleServer server, Surroundings surroundings)
      throws WrongUseException, OwnPolicyException {
    if (key.isEmpty()) {
      throw new WrongUseException(
          "what comes from `"
              + server.address()
              + "` has to be signed; name the key that verifies it with --policy-key");
    }
    return new FetchedBundles(surroundings.environment()).keep(server.address(), server.bundle());
  }

  /** What the policies must be signed with, if they must be. */
  Optional<SigningKey> key(Surroundings surroundings) throws WrongUseException {
    if (key.isEmpty() && (algorithm.isPresent() || scope.isPresent())) {
      throw new WrongUseException(
          "--policy-key-alg and --policy-scope say how a key verifies; name it with --policy-key");
    }
    return key.map(file -> new SigningKey(surroundings.resolve(file), algorithm, scope));
  }
}
