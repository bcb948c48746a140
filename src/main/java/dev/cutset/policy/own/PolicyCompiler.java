package dev.cutset.policy.own;

import dev.cutset.policy.own.Opa.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a bundle of a folder of Rego, with the {@code opa} on PATH, unless it has one already. */
public final class PolicyCompiler {
  static final String FINDINGS = "cutset/findings";
  static final String METADATA = "cutset/metadata";

  /** A file and its line, as opa says it of the folder that it runs in. */
  private static final Pattern PLACE = Pattern.compile("(?<![^\\s\"(])[^\\s:\"(]+\\.rego:\\d+");

  private final Map<String, String> environment;
  private final BundleCache cache;

  public PolicyCompiler(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.cache = BundleCache.of(environment);
  }

  /** The bundle, as {@code opa build -t plan} writes it. */
  public byte[] compile(Path folder) throws OwnPolicyException {
    return compile(PolicyFolder.read(folder));
  }

  byte[] compile(PolicyFolder folder) throws OwnPolicyException {
    Optional<Opa> opa = Opa.in(environment);
    Optional<String> compiler = Optional.empty();
    if (opa.isPresent()) {
      compiler = Optional.of(Digest.of(opa.get().mark()));
    }
    String sources = Digest.of(folder.rules()) + Digest.of(PolicyLibrary.rules()).substring(0, 16);
    Optional<byte[]> kept = cache.find(sources, compiler);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (opa.isEmpty() || compiler.isEmpty()) {
      throw new OwnPolicyException(
          "`"
              + folder.path()
              + "` is Rego, and there is no `opa` on PATH to compile it; install opa"
              + " (openpolicyagent.org), or run `cutset policies build "
              + folder.path()
              + " --output policies.tar.gz` where it is, and give the bundle in place of the"
              + " folder");
    }
    byte[] bundle = build(folder, opa.get());
    cache.keep(sources, compiler.get(), bundle);
    return bundle;
  }

  private static byte[] build(PolicyFolder folder, Opa opa) throws OwnPolicyException {
    try (Workplace place = Workplace.of(folder.rules(), PolicyLibrary.rules())) {
      Path bundle = place.folder().resolve(Workplace.LIBRARY).resolve("policies.tar.gz");
      Outcome outcome =
          opa.run(
              place.folder(),
              List.of(
                  "build",
                  "--bundle",
                  "--target=plan",
                  "--entrypoint=" + FINDINGS,
                  "--entrypoint=" + METADATA,
                  "--output=" + bundle,
                  "."));
      if (!outcome.succeeded()) {
        throw new OwnPolicyException(
            "`" + folder.path() + "` does not compile:\n" + located(folder.path(), outcome.said()));
      }
      return Files.readAllBytes(bundle);
    } catch (IOException e) {
      throw new OwnPolicyException("`opa build` wrote no bundle: " + e.getMessage(), e);
    }
  }

  /** What opa says of files, with the places where they really are. */
  static String located(Path folder, String said) {
    return PLACE
        .matcher(said)
        .replaceAll(place -> Matcher.quoteReplacement(folder.resolve(place.group()).toString()));
  }
}
