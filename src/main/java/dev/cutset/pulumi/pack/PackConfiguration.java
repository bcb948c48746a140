package dev.cutset.pulumi.pack;

import dev.cutset.catalog.Suggestion;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationException.Mistake;
import dev.cutset.config.PolicySetting;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * How the policies are set: as they say themselves, as {@code cutset.yaml} says above that, and as
 * the pack's own configuration says above both.
 *
 * @param policies all that there are
 * @param configuration what {@code cutset.yaml} and the pack's configuration say together
 * @param incomplete what to do about a preview of which part could not be seen
 * @param early what to do about an update that is found fragile before it is provisioned; disabled
 *     unless somebody wants it strict
 */
record PackConfiguration(
    List<PolicyInfo> policies,
    Configuration configuration,
    Enforcement incomplete,
    Enforcement early) {

  /** The key by which the engine's configuration speaks of every policy. */
  private static final String ALL = "all";

  static final String SEVERITY = "severity";
  private static final String PLACE = "policy configuration";

  PackConfiguration {
    policies = List.copyOf(policies);
  }

  /** As it is before the engine says anything. */
  static PackConfiguration of(List<PolicyInfo> policies, Configuration configuration) {
    return new PackConfiguration(
        policies, configuration, configuration.undecided(), Enforcement.DISABLED);
  }

  /** What a policy does about what a stack was to survive. */
  Enforcement enforcement(PolicyInfo policy) {
    return setting(policy.id()).enforcement().orElse(policy.enforcement());
  }

  Severity severity(PolicyInfo policy) {
    return setting(policy.id()).severity().orElse(policy.severity());
  }

  /** The ids of the policies that may change what is declared. */
  Set<String> remediating() {
    Set<String> ids = new LinkedHashSet<>();
    for (PolicyInfo policy : policies) {
      if (enforcement(policy) == Enforcement.REMEDIATE) {
        ids.add(policy.id());
      }
    }
    return ids;
  }

  /**
   * The same, with what the engine was told for the pack. The engine names every policy, the most
   * of them as it was told they are: only what differs was asked for.
   */
  PackConfiguration with(Map<String, PolicyConfig> asked) throws ConfigurationException {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, PolicySetting> settings = new LinkedHashMap<>(configuration.policies());
    Enforcement unseen = incomplete;
    Enforcement strict = early;
    for (Map.Entry<String, PolicyConfig> entry : new TreeMap<>(asked).entrySet()) {
      String id = entry.getKey();
      if (entry.getValue().getEnforcementLevel() == EnforcementLevel.UNRECOGNIZED) {
        mistakes.add(mistake("`" + id + "` has a level that is unknown", "update Cutset"));
        continue;
      }
      Optional<PolicyInfo> policy = find(id);
      Enforcement enforcement = Protocol.enforcement(entry.getValue().getEnforcementLevel());
      if (policy.isPresent()) {
        settings.put(
            id, setting(policy.get(), enforcement, severity(id, entry.getValue(), mistakes)));
      } else if (id.equals(IncompletePreview.ID)) {
        unseen = enforcement;
      } else if (id.equals(UnjudgedUpdate.ID)) {
        strict = isStrict(entry.getValue(), mistakes) ? enforcement : Enforcement.DISABLED;
      } else if (!id.equals(ALL)) {
        mistakes.add(mistake("unknown policy `" + id + "`", Suggestion.among(known(), id)));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new ConfigurationException(mistakes);
    }
    return new PackConfiguration(policies, configuration.withPolicies(settings), unseen, strict);
  }

  private PolicySetting setting(
      PolicyInfo policy, Enforcement enforcement, Optional<Severity> severity) {
    PolicySetting before = setting(policy.id());
    return new PolicySetting(
        enforcement == enforcement(policy) ? before.enforcement() : Optional.of(enforcement),
        severity.or(before::severity),
        before.waivable());
  }

  private PolicySetting setting(String id) {
    PolicySetting none = new PolicySetting(Optional.empty(), Optional.empty());
    return configuration.policies().getOrDefault(id, none);
  }

  private Optional<PolicyInfo> find(String id) {
    return policies.stream().filter(policy -> policy.id().equals(id)).findFirst();
  }

  private List<String> known() {
    List<String> known = new ArrayList<>(policies.stream().map(PolicyInfo::id).toList());
    known.add(IncompletePreview.ID);
    known.add(UnjudgedUpdate.ID);
    return known;
  }

  private static boolean isStrict(PolicyConfig config, List<Mistake> mistakes) {
    boolean strict = false;
    for (var property : new TreeMap<>(config.getProperties().getFieldsMap()).entrySet()) {
      String path = "`" + UnjudgedUpdate.ID + "." + property.getKey() + "`";
      if (!property.getKey().equals(UnjudgedUpdate.STRICT)) {
        mistakes.add(unknown(path, UnjudgedUpdate.STRICT, property.getKey()));
      } else if (property.getValue().hasBoolValue()) {
        strict = property.getValue().getBoolValue();
      } else {
        mistakes.add(mistake(path + " is neither true nor false", "it can be true or false"));
      }
    }
    return strict;
  }

  private static Mistake unknown(String path, String property, String given) {
    return mistake(
        path + " is unknown", Suggestion.among(List.of(property, "enforcementLevel"), given));
  }

  private static Optional<Severity> severity(
      String id, PolicyConfig config, List<Mistake> mistakes) {
    Optional<Severity> severity = Optional.empty();
    for (var property : new TreeMap<>(config.getProperties().getFieldsMap()).entrySet()) {
      String path = "`" + id + "." + property.getKey() + "`";
      if (!property.getKey().equals(SEVERITY)) {
        mistakes.add(unknown(path, SEVERITY, property.getKey()));
      } else {
        String word = property.getValue().getStringValue();
        severity =
            Arrays.stream(Severity.values()).filter(one -> one.word().equals(word)).findFirst();
        if (severity.isEmpty()) {
          mistakes.add(mistake(path + " is no severity", "it can be " + words()));
        }
      }
    }
    return severity;
  }

  static List<String> severities() {
    return Arrays.stream(Severity.values()).map(Severity::word).toList();
  }

  private static String words() {
    return String.join(", ", severities()).toLowerCase(Locale.ROOT);
  }

  private static Mistake mistake(String message, String help) {
    return new Mistake(PLACE, 0, 0, message, help);
  }
}
