package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.Step;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.rego.EvaluationOptions;
import dev.cutset.rego.Plan;
import dev.cutset.rego.RegoObject;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the policies do for facts of different sizes, counted in steps, not in seconds. */
class JudgingCostTest {
  private static final Plan PLAN = plan();
  private static final List<Role> ROLES =
      List.of(Role.DATABASE, Role.COMPUTE, Role.GATEWAY, Role.STORAGE, Role.NETWORK);

  private static Plan plan() {
    try (InputStream in = Judge.class.getResourceAsStream(Judge.PLAN)) {
      return Plan.read(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Urn urn(String name) {
    return new Urn("urn:pulumi:prod::shop::aws:ec2/instance:Instance::" + name);
  }

  private static ComponentFact component(String name, Role role, Map<String, Value> properties) {
    return new ComponentFact(
        urn(name),
        List.of(urn(name)),
        name,
        "aws:ec2/instance:Instance",
        "EC2 instance",
        Optional.of(role),
        1,
        1,
        false,
        Failover.NONE,
        List.of("us-east-1a"),
        List.of("us-east-1"),
        List.of(),
        List.of(),
        properties,
        Map.of(Scope.ZONE, "run more of it"));
  }

  /** A cut of a replica, of which every fifth is of a zone that takes two things. */
  private static CutFact cut(int number, List<EntryPointFact> entries, int proof) {
    boolean ofZone = number % 5 == 4;
    ComponentFact first = component("a" + number, ROLES.get(number % ROLES.size()), Map.of());
    ComponentFact second = component("b" + number, Role.COMPUTE, Map.of());
    return new CutFact(
        Verdict.DOWN,
        ofZone ? Scope.ZONE : Scope.INSTANCE,
        ofZone
            ? new FailureFact("zone", "us-east-1" + "abc".charAt(number % 3), Optional.empty())
            : new FailureFact("replica", "a" + number, Optional.of(urn("a" + number))),
        ofZone ? List.of(first, second) : List.of(first),
        entries,
        List.of(),
        List.of("us-west-2"),
        IntStream.range(0, proof).mapToObj(i -> new Step(urn("p" + i), "it falls")).toList(),
        List.of(),
        List.of());
  }

  private static Facts facts(int components, int cuts, int proof) {
    List<EntryPointFact> entries =
        List.of(new EntryPointFact(urn("www"), "www.example.com", Scope.ZONE, List.of()));
    return new Facts(
        Scope.ZONE,
        entries,
        IntStream.range(0, cuts).mapToObj(i -> cut(i, entries, proof)).toList(),
        IntStream.range(0, components)
            .mapToObj(
                i -> component("c" + i, Role.COMPUTE, Map.of("ami", new Value.Text("ami-" + i))))
            .toList());
  }

  private static int steps(Facts facts) {
    AtomicInteger steps = new AtomicInteger();
    EvaluationOptions counted =
        EvaluationOptions.standard().withTrace(event -> steps.incrementAndGet());
    new CompiledRules("the policies", PLAN, RegoObject.EMPTY, counted)
        .answers(FactsDocument.of(facts));
    return steps.get();
  }

  @Test
  void components_that_nothing_is_wrong_with_cost_no_step() {
    assertThat(steps(facts(5_000, 20, 5))).isEqualTo(steps(facts(10, 20, 5)));
  }

  @Test
  void proofs_cost_no_step() {
    assertThat(steps(facts(10, 20, 1_000))).isEqualTo(steps(facts(10, 20, 1)));
  }

  @Test
  void twice_the_findings_cost_twice_the_steps() {
    int once = steps(facts(10, 200, 5));
    int twice = steps(facts(10, 400, 5));

    assertThat(twice).isBetween((int) (once * 1.8), (int) (once * 2.1));
  }
}
