package dev.cutset.policy.own;

import dev.cutset.policy.CompiledRules;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.rego.Bundle;
import dev.cutset.rego.EvaluationOptions;
import dev.cutset.rego.RegoException;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.UnsupportedPlanException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a team's own policies: bundles as they are, folders of Rego as they are compiled. */
public final class OwnPolicyReader {
  /** Rules that nobody here has seen may not keep a gate busy for ever. */
  static final Duration TIME = Duration.ofSeconds(60);

  private static final long MOST_VALUES = 50_000_000;
  private static final String HOW =
      "make it with `cutset policies build`, or with `opa build --bundle --target plan --entrypoint "
          + PolicyCompiler.FINDINGS
          + " --entrypoint "
          + PolicyCompiler.METADATA
          + "`";

  private final PolicyCompiler compiler;
  private final Optional<SigningKey> signed;
  private final EvaluationOptions options;

  /**
   * A reader.
   *
   * @param environment where {@code opa} is looked for, and what was compiled before
   */
  public OwnPolicyReader(Map<String, String> environment) {
    this(environment, Optional.empty());
  }

  /**
   * A reader of policies that somebody answers for.
   *
   * @param signed what each of them must be signed with, if they must be
   */
  public OwnPolicyReader(Map<String, String> environment, Optional<SigningKey> signed) {
    this(environment, signed, TIME);
  }

  OwnPolicyReader(Map<String, String> environment, Optional<SigningKey> signed, Duration time) {
    this.signed = signed;
    this.compiler = new PolicyCompiler(environment);
    // A builtin that fails would leave a finding out; here it ends the judging.
    this.options =
        EvaluationOptions.standard()
            .withStrict(true)
            .withTimeLimit(time)
            .withMaxValues(MOST_VALUES);
  }

  /** Reads what lies at a path, and puts it beside others; no id may be there twice. */
  public OwnPolicies read(Path path, OwnPolicies others) throws OwnPolicyException {
    Set<String> ids = new HashSet<>();
    others.policies().forEach(policy -> ids.add(policy.id().toUpperCase(Locale.ROOT)));
    OwnPolicies read = read(path);
    for (PolicyInfo policy : read.policies()) {
      if (!ids.add(policy.id().toUpperCase(Locale.ROOT))) {
        throw new OwnPolicyException(
            "`" + path + "`: another policy has the id `" + policy.id() + "`; rename one of them");
      }
    }
    return others.and(read);
  }

  private OwnPolicies read(Path path) throws OwnPolicyException {
    if (Files.isDirectory(path)) {
      refuseUnsigned(path);
      PolicyFolder folder = PolicyFolder.read(path);
      return policies(
          path, bundle(path, compiler.compile(folder), Optional.empty()), folder.pages());
    }
    if (!Files.isRegularFile(path)) {
      throw new OwnPolicyException(
          "`" + path + "` is neither a folder of Rego nor a bundle; check the path");
    }
    if (path.toString().endsWith(".rego")) {
      throw new OwnPolicyException("`" + path + "` is a file of Rego; name the folder it is in");
    }
    try {
      return policies(path, bundle(path, Files.readAllBytes(path), signed), Map.of());
    } catch (IOException e) {
      throw new OwnPolicyException("`" + path + "` cannot be read: " + e.getMessage(), e);
    }
  }

  private void refuseUnsigned(Path path) throws OwnPolicyException {
    if (signed.isPresent()) {
      throw new OwnPolicyException(
          "`"
              + path
              + "` is a folder, which has no signature, and policies are to be verified with a key;"
              + " name a bundle made by `opa build --signing-key`");
    }
  }

  private static Bundle bundle(Path path, byte[] content, Optional<SigningKey> signed)
      throws OwnPolicyException {
    try {
      ByteArrayInputStream in = new ByteArrayInputStream(content);
      return signed.isPresent() ? Bundle.read(in, signed.get().verification()) : Bundle.read(in);
    } catch (UnsupportedPlanException | UncheckedIOException e) {
      throw new OwnPolicyException("`" + path + "`: " + e.getMessage(), e);
    }
  }

  private OwnPolicies policies(Path path, Bundle bundle, Map<String, String> pagesByName)
      throws OwnPolicyException {
    refuseUnasked(path, bundle);
    RegoObject metadata = metadata(path, bundle);
    refuseSilent(path, bundle, metadata);
    List<PolicyInfo> policies = new MetadataReader(path).read(metadata);
    if (policies.isEmpty()) {
      throw new OwnPolicyException(
          "`"
              + path
              + "` holds no policy: one is a package `cutset.policies.<name>` with a rule"
              + " `findings`");
    }
    Map<String, String> pages = new HashMap<>();
    for (PolicyInfo policy : policies) {
      pages.put(policy.id(), pagesByName.getOrDefault(policy.name(), page(policy)));
    }
    String name = "`" + path + "`";
    return new OwnPolicies(
        policies,
        pages,
        List.of(
            new KnownRules(
                name,
                pages.keySet(),
                new CompiledRules(name, bundle.plan(), bundle.data(), options))));
  }

  private RegoObject metadata(Path path, Bundle bundle) throws OwnPolicyException {
    if (!bundle
        .plan()
        .entryPoints()
        .containsAll(List.of(PolicyCompiler.FINDINGS, PolicyCompiler.METADATA))) {
      throw new OwnPolicyException(
          "`" + path + "` answers " + bundle.plan().entryPoints() + " only; " + HOW);
    }
    try {
      RegoValue metadata =
          bundle
              .plan()
              .evaluate(PolicyCompiler.METADATA, RegoObject.EMPTY, bundle.data(), options)
              .orElse(RegoObject.EMPTY);
      if (metadata instanceof RegoObject byName) {
        return byName;
      }
      throw new OwnPolicyException("`" + path + "`: `cutset/metadata` is no object; " + HOW);
    } catch (RegoException e) {
      throw new OwnPolicyException(
          "`" + path + "`: its policies do not say what they are: " + e.getMessage(), e);
    }
  }

  /** Findings in a package that nobody asks would be lost without a word. */
  private static void refuseUnasked(Path path, Bundle bundle) throws OwnPolicyException {
    for (Map.Entry<String, String> source : bundle.sources().entrySet()) {
      SourceFile file = new SourceFile(source.getKey(), source.getValue());
      if (!file.isTest()
          && file.hasFindings()
          && file.policy().isEmpty()
          && !PolicyLibrary.claims(file.packageName())) {
        throw new OwnPolicyException(
            "`"
                + path
                + "`, "
                + file.path()
                + ": nobody asks for the findings of the package `"
                + file.packageName().orElse("")
                + "`; call it `cutset.policies.<name>`");
      }
    }
  }

  private static void refuseSilent(Path path, Bundle bundle, RegoObject metadata)
      throws OwnPolicyException {
    for (Map.Entry<String, String> source : bundle.sources().entrySet()) {
      SourceFile file = new SourceFile(source.getKey(), source.getValue());
      Optional<String> policy = file.policy();
      if (policy.isPresent()
          && !file.isTest()
          && metadata.get(new RegoString(policy.get())) == null) {
        throw new OwnPolicyException(
            "`"
                + path
                + "`: the policy `"
                + policy.get()
                + "` says nothing of itself; "
                + MetadataReader.NEEDED);
      }
    }
  }

  private static String page(PolicyInfo policy) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(policy.id()).append("\n\n");
    page.append(policy.description()).append("\n\n## Prefer\n\n");
    page.append(policy.remediation()).append("\n");
    policy.relatedResources().forEach(to -> page.append("\n- ").append(to.ref()).append('\n'));
    return page.toString();
  }
}
