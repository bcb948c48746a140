package dev.cutset.policy.own;

import dev.cutset.policy.Enforcement;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.PolicyInfo.RelatedResource;
import dev.cutset.policy.Severity;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what a team's policies say of themselves; what is missing is refused, not guessed. */
final class MetadataReader {
  private static final List<String> TEXTS =
      List.of("title", "description", "id", "severity", "enforcement", "remediation");
  private static final String LAYER = "own";

  /** What makes a package a policy. */
  static final String NEEDED =
      "its package needs a METADATA block with title and description and, under custom, id,"
          + " severity, enforcement and remediation, and the rule `policy :="
          + " lib.policy(rego.metadata.chain())`";

  private final Path source;

  /**
   * A reader.
   *
   * @param source where the policies are from
   */
  MetadataReader(Path source) {
    this.source = source;
  }

  /**
   * Reads all of them.
   *
   * @param metadata by the name of the policy
   */
  List<PolicyInfo> read(RegoObject metadata) throws OwnPolicyException {
    List<PolicyInfo> policies = new ArrayList<>();
    for (RegoValue key : metadata.keys()) {
      if (key instanceof RegoString name && metadata.get(key) instanceof RegoObject fields) {
        policies.add(read(name.value(), fields));
      } else {
        throw new OwnPolicyException("`" + source + "`: `" + key + "` says nothing of itself");
      }
    }
    return policies;
  }

  private PolicyInfo read(String name, RegoObject fields) throws OwnPolicyException {
    List<String> missing = TEXTS.stream().filter(text -> text(fields, text).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw wrong(name, "does not say its " + String.join(", ", missing) + "; " + NEEDED);
    }
    String id = text(fields, "id").orElseThrow();
    try {
      PolicyIds.check(id);
    } catch (OwnPolicyException e) {
      throw new OwnPolicyException("`" + source + "`, policy `" + name + "`: " + e.getMessage(), e);
    }
    return new PolicyInfo(
        name,
        id,
        text(fields, "title").orElseThrow(),
        text(fields, "description").orElseThrow(),
        word(name, fields, "severity", Severity.values(), Severity::word),
        word(name, fields, "enforcement", Enforcement.values(), Enforcement::word),
        text(fields, "remediation").orElseThrow(),
        text(fields, "layer").orElse(LAYER),
        related(fields));
  }

  private <T> T word(
      String name, RegoObject fields, String field, T[] values, Function<T, String> words)
      throws OwnPolicyException {
    String word = text(fields, field).orElseThrow();
    for (T value : values) {
      if (words.apply(value).equals(word)) {
        return value;
      }
    }
    throw wrong(
        name,
        "has the "
            + field
            + " `"
            + word
            + "`; it can be "
            + Arrays.stream(values).map(words).collect(Collectors.joining(", ")));
  }

  private OwnPolicyException wrong(String name, String what) {
    return new OwnPolicyException("`" + source + "`: the policy `" + name + "` " + what);
  }

  private static List<RelatedResource> related(RegoObject fields) {
    List<RelatedResource> related = new ArrayList<>();
    if (fields.get("relatedResources") instanceof RegoArray resources) {
      for (RegoValue resource : resources) {
        if (resource instanceof RegoObject page) {
          text(page, "ref")
              .ifPresent(
                  ref ->
                      related.add(new RelatedResource(ref, text(page, "description").orElse(""))));
        }
      }
    }
    return related;
  }

  private static Optional<String> text(RegoObject fields, String name) {
    return fields.get(name) instanceof RegoString text && !text.value().isBlank()
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
