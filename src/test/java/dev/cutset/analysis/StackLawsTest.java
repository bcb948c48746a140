package dev.cutset.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.corpus.AllStacks;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Settings;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws that hold for architectures drawn at random, for the architectures of whole stacks. */
class StackLawsTest {
  private static final Judge JUDGE = Judge.bundled();
  private static final Gate GATE = new Gate(YamlCatalog.bundled(), Software.all(), JUDGE);

  /** More copies of one of several that decide by majority can be too many in one place. */
  private static final String ONE_OF_AN_ENSEMBLE = "down: aws:autoscaling/group:Group minSize";

  /** Machines named for what they run are each that, as long as nobody sees that they are one. */
  private static final String SOFTWARE_BY_NAME = "down: aws:ec2/instance:Instance userData";

  static Set<String> names() {
    return AllStacks.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_failure_of_more_never_revives_anything(String name) {
    Stack stack = AllStacks.named(name);
    Completed completed = GATE.inspect(stack, Configuration.EMPTY).completed();
    Map<String, Verdict> verdicts = verdicts(analysis(completed));
    for (EntryPoint entry : completed.kindest().entryPoints()) {
      for (Component component : completed.kindest().components().values()) {
        for (Replica replica : component.replicas()) {
          String smaller = replica.failsAlone() ? "replica:" + replica.id() : "";
          for (Optional<Domain> at = Optional.of(replica.placement().domain());
              at.isPresent();
              at = at.get().parent()) {
            String larger = at.get().key();
            if (!smaller.isEmpty()) {
              assertThat(verdicts.get(entry.urn() + " " + larger))
                  .as("%s: `%s` within `%s`", entry.name(), smaller, larger)
                  .isLessThanOrEqualTo(verdicts.get(entry.urn() + " " + smaller));
            }
            smaller = larger;
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void another_copy_in_another_zone_never_makes_a_verdict_worse(String name) {
    Completed before = GATE.inspect(AllStacks.named(name), Configuration.EMPTY).completed();
    Map<String, Verdict> verdicts = verdicts(analysis(before));
    Set<String> blocked = blocked(before);
    for (Component component : before.harshest().components().values()) {
      Optional<Domain> region =
          component.replicas().stream()
              .flatMap(replica -> replica.placement().domain().at(Scope.REGION).stream())
              .findFirst();
      if (region.isPresent()) {
        Placement place = Placement.in(Domain.zone(region.get(), "a-new-zone"));
        Completed after =
            new Completed(
                Alterations.enlarged(before.kindest(), component.id(), place),
                Alterations.enlarged(before.harshest(), component.id(), place));
        Map<String, Verdict> now = verdicts(analysis(after));
        verdicts.forEach(
            (point, verdict) ->
                assertThat(now.getOrDefault(point, Verdict.UP))
                    .as("more of `%s`: %s", component.id(), point)
                    .isGreaterThanOrEqualTo(verdict));
        assertThat(blocked).as("more of `%s`", component.id()).containsAll(blocked(after));
      }
    }
  }

  /**
   * A property that is made unknown may leave an answer open, but gives no other answer. Where it
   * does all the same is written down here, and in docs/reliability.md; nowhere does it let
   * anything pass.
   */
  @Test
  void what_is_certain_without_knowing_a_property_is_so_whatever_it_is() {
    Set<String> contradictions = new TreeSet<>();
    int compared = 0;
    for (String name : names()) {
      Stack stack = AllStacks.named(name);
      Map<Urn, Analysed> known = analysed(stack);
      for (Resource resource : stack.resources()) {
        for (String property : resource.inputs().keySet()) {
          String where = resource.type() + " " + property;
          analysed(without(stack, resource, property))
              .forEach(
                  (entryPoint, now) ->
                      Optional.ofNullable(known.get(entryPoint))
                          .flatMap(before -> contradiction(before, now))
                          .ifPresent(what -> contradictions.add(what + " " + where)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(5_000);
    assertThat(contradictions).containsExactlyInAnyOrder(ONE_OF_AN_ENSEMBLE, SOFTWARE_BY_NAME);
  }

  private static Optional<String> contradiction(Analysed known, Analysed unknown) {
    if (!known.survives().containsAll(unknown.survives())) {
      return Optional.of("up:");
    }
    return known.down().containsAll(unknown.down()) ? Optional.empty() : Optional.of("down:");
  }

  /** The scopes of which an entry point survives any failure, and those of which it does not. */
  private record Analysed(Set<Scope> survives, Set<Scope> down) {}

  private static Map<Urn, Analysed> analysed(Stack stack) {
    Analysis analysis = GATE.analyse(stack, Configuration.EMPTY);
    Map<Urn, Analysed> analysed = new LinkedHashMap<>();
    for (int i = 0; i < analysis.entryPoints().size(); i++) {
      Set<Scope> down = new TreeSet<>();
      for (Failure failure : analysis.failures()) {
        if (analysis.verdict(i, failure) == Verdict.DOWN) {
          down.add(failure.scope());
        }
      }
      analysed.put(
          analysis.entryPoints().get(i).urn(),
          new Analysed(new TreeSet<>(analysis.survives(i)), down));
    }
    return analysed;
  }

  private static Stack without(Stack stack, Resource resource, String property) {
    Map<String, Value> inputs = new LinkedHashMap<>(resource.inputs());
    inputs.put(property, Value.UNKNOWN);
    Resource blurred = resource.withInputs(inputs);
    List<Resource> resources = new ArrayList<>(stack.resources());
    resources.replaceAll(each -> each.urn().equals(resource.urn()) ? blurred : each);
    return new Stack(stack.project(), stack.name(), stack.source(), resources);
  }

  private static Set<String> blocked(Completed completed) {
    Facts facts = new FactsBuilder(analysis(completed), Scope.ZONE).facts();
    return JUDGE.judge(facts, Settings.NONE).stream()
        .filter(Finding::blocks)
        .flatMap(finding -> finding.entryPoints().stream())
        .collect(Collectors.toSet());
  }

  private static Analysis analysis(Completed completed) {
    return new Analysis(completed.kindest(), completed.harshest());
  }

  private static Map<String, Verdict> verdicts(Analysis analysis) {
    Map<String, Verdict> verdicts = new HashMap<>();
    for (int i = 0; i < analysis.entryPoints().size(); i++) {
      for (Failure failure : analysis.failures()) {
        verdicts.put(
            analysis.entryPoints().get(i).urn() + " " + failure.key(),
            analysis.verdict(i, failure));
      }
    }
    return verdicts;
  }
}
