package dev.cutset.config;

import dev.cutset.catalog.Scope;
import dev.cutset.policy.Enforcement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a team says about its stack.
 *
 * @param target the scope to survive; empty: what the tool does by default
 * @param entryPoints which resources users come in by; the first rule that matches one counts
 * @param policies settings by policy id
 * @param undecided what a finding does that a value not known yet decides: advisory or mandatory
 * @param hints what the program does not say; of several for one resource each adds its own
 * @param waivers what is accepted for a while
 * @param answers what a program is told that Cutset runs
 * @param verify whether every proof is checked before anything is judged
 */
public record Configuration(
    Optional<Scope> target,
    List<EntryPointRule> entryPoints,
    Map<String, PolicySetting> policies,
    Enforcement undecided,
    List<Hint> hints,
    List<Waiver> waivers,
    Answers answers,
    boolean verify) {

  /** Says nothing. */
  public static final Configuration EMPTY =
      new Configuration(
          Optional.empty(),
          List.of(),
          Map.of(),
          Enforcement.ADVISORY,
          List.of(),
          List.of(),
          Answers.NONE);

  public Configuration {
    entryPoints = List.copyOf(entryPoints);
    policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    hints = List.copyOf(hints);
    waivers = List.copyOf(waivers);
    if (undecided != Enforcement.ADVISORY && undecided != Enforcement.MANDATORY) {
      throw new IllegalArgumentException("undecided is advisory or mandatory, not " + undecided);
    }
  }

  /** Without checking proofs. */
  public Configuration(
      Optional<Scope> target,
      List<EntryPointRule> entryPoints,
      Map<String, PolicySetting> policies,
      Enforcement undecided,
      List<Hint> hints,
      List<Waiver> waivers,
      Answers answers) {
    this(target, entryPoints, policies, undecided, hints, waivers, answers, false);
  }

  /** The same, with other settings of policies. */
  public Configuration withPolicies(Map<String, PolicySetting> others) {
    return new Configuration(
        target, entryPoints, others, undecided, hints, waivers, answers, verify);
  }

  /** The same, with another target. */
  public Configuration withTarget(Scope other) {
    return new Configuration(
        Optional.of(other), entryPoints, policies, undecided, hints, waivers, answers, verify);
  }

  /** The same, with every proof checked. */
  public Configuration verified() {
    return new Configuration(
        target, entryPoints, policies, undecided, hints, waivers, answers, true);
  }
}
