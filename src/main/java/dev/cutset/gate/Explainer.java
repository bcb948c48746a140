package dev.cutset.gate;

import dev.cutset.analysis.Absence;
import dev.cutset.analysis.AbsenceFinder;
import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Failure;
import dev.cutset.analysis.Proof;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Suggestion;
import dev.cutset.policy.Explanation;
import dev.cutset.policy.Explanation.Told;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.Waived;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what somebody means by a word, and all there is to say of it.
 *
 * <p>Values that are not known yet are taken as they serve the stack worst: what is said to stay up
 * does so whatever they turn out to be.
 */
public final class Explainer {
  private static final int SHORTEST_FINGERPRINT = 4;

  private final Inspection inspection;
  private final Architecture architecture;
  private final PolicyCatalog policies;
  private final Analysis analysis;

  public Explainer(Inspection inspection, PolicyCatalog policies) {
    this.inspection = inspection;
    this.architecture = inspection.architecture();
    this.policies = policies;
    this.analysis = new Analysis(architecture, architecture);
  }

  /**
   * The explanation; empty when nothing is called that.
   *
   * @param word the id of a policy, the beginning of a fingerprint, a URN, or the name of a
   *     resource, a component or an entry point
   */
  public Optional<Explanation> explain(String word) {
    // By its id alone: policies have names too, such as `database`, which resources have as well.
    Optional<PolicyInfo> policy =
        policies.policies().stream().filter(info -> info.id().equalsIgnoreCase(word)).findFirst();
    if (policy.isPresent()) {
      String id = policy.get().id();
      return Optional.of(
          findings(id, finding -> finding.policy().equals(id), List.of(policy.get())));
    }
    String prefix = word.toLowerCase(Locale.ROOT);
    if (prefix.matches("[0-9a-f]{" + SHORTEST_FINGERPRINT + ",}")
        && all().stream().anyMatch(finding -> finding.fingerprint().startsWith(prefix))) {
      return Optional.of(
          findings(word, finding -> finding.fingerprint().startsWith(prefix), List.of()));
    }
    Set<Urn> meant = resources(word);
    List<Component> components = components(word, meant);
    return meant.isEmpty() && components.isEmpty()
        ? Optional.empty()
        : Optional.of(resource(word, meant, components));
  }

  /** A name that is near the word. */
  public Optional<String> near(String word) {
    Set<String> names = new LinkedHashSet<>();
    inspection.stack().resources().forEach(resource -> names.add(resource.urn().name()));
    inspection.judgement().entryPoints().forEach(entry -> names.add(entry.name()));
    policies.policies().forEach(policy -> names.add(policy.id()));
    return Suggestion.nearest(names, word);
  }

  private Explanation findings(String word, Predicate<Finding> meant, List<PolicyInfo> named) {
    List<Finding> findings = all().stream().filter(meant).toList();
    return new Explanation(
        word,
        findings.stream().map(this::told).toList(),
        named.isEmpty() ? policiesOf(findings) : named,
        List.of(),
        List.of(),
        List.of());
  }

  private Explanation resource(String word, Set<Urn> meant, List<Component> components) {
    Set<Urn> all = new LinkedHashSet<>(meant);
    components.forEach(component -> all.add(component.resource()));
    List<Finding> findings =
        all().stream().filter(f -> f.resources().stream().anyMatch(all::contains)).toList();
    List<Finding> involved =
        all().stream()
            .filter(f -> !findings.contains(f))
            .filter(f -> f.proof().stream().anyMatch(step -> all.contains(step.urn())))
            .toList();
    AbsenceFinder finder = new AbsenceFinder(architecture);
    List<Absence> absences = components.stream().map(finder::of).toList();
    List<Urn> silent =
        meant.stream()
            .filter(urn -> components.stream().noneMatch(component -> isPartOf(component, urn)))
            .toList();
    return new Explanation(
        word,
        findings.stream().map(this::told).toList(),
        policiesOf(findings),
        involved,
        absences,
        silent);
  }

  private Set<Urn> resources(String word) {
    Set<Urn> meant = new LinkedHashSet<>();
    for (Resource resource : inspection.stack().resources()) {
      if (resource.urn().text().equals(word) || resource.urn().name().equals(word)) {
        meant.add(resource.urn());
      }
    }
    for (JudgedEntryPoint entry : inspection.judgement().entryPoints()) {
      if (entry.name().equals(word)) {
        meant.add(entry.urn());
      }
    }
    return meant;
  }

  private List<Component> components(String word, Set<Urn> meant) {
    return architecture.components().values().stream()
        .filter(
            component ->
                component.kind().name().equals(word)
                    || meant.stream().anyMatch(urn -> isPartOf(component, urn)))
        .toList();
  }

  private static boolean isPartOf(Component component, Urn urn) {
    return component.id().equals(urn)
        || component.traits().resources().contains(urn)
        || component.replicas().stream().map(Replica::resource).anyMatch(urn::equals);
  }

  private Told told(Finding finding) {
    String state =
        inspection.judgement().waived().stream()
            .filter(waived -> waived.finding().equals(finding))
            .map(Explainer::accepted)
            .findFirst()
            .orElse("");
    return new Told(finding, fallen(finding), state);
  }

  private static String accepted(Waived waived) {
    return "waived until " + waived.expires() + " by " + waived.owner() + ": " + waived.reason();
  }

  /** All components that fall by the failure, of the first entry point that goes down with them. */
  private List<String> fallen(Finding finding) {
    for (Failure failure : analysis.failures()) {
      if (failure.scope() == finding.scope()
          && failure.name().equals(finding.failure().name())
          && failure.urn().equals(finding.failure().urn())) {
        for (int i = 0; i < architecture.entryPoints().size(); i++) {
          if (finding.entryPoints().contains(architecture.entryPoints().get(i).name())
              && analysis.proof(i, failure, Completion.HARSHEST) instanceof Proof.Down down) {
            return down.fallen().stream().map(this::name).distinct().toList();
          }
        }
      }
    }
    return List.of();
  }

  private String name(Urn component) {
    return architecture.component(component).kind().name();
  }

  private List<PolicyInfo> policiesOf(List<Finding> findings) {
    return findings.stream()
        .map(Finding::policy)
        .distinct()
        .flatMap(id -> policies.find(id).stream())
        .toList();
  }

  private List<Finding> all() {
    List<Finding> all = new ArrayList<>(inspection.judgement().findings());
    inspection.judgement().waived().forEach(waived -> all.add(waived.finding()));
    return all;
  }
}
