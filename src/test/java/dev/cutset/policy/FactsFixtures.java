package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.analysis.Facts.StandbyFact;
import dev.cutset.analysis.Facts.Step;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts for tests: a usual one of each kind. */
final class FactsFixtures {
  private FactsFixtures() {}

  static Urn urn(String name) {
    return new Urn("urn:pulumi:prod::shop::aws:ec2/instance:Instance::" + name);
  }

  static EntryPointFact entryPoint(Scope target) {
    return new EntryPointFact(urn("www"), "www.example.com", target, List.of());
  }

  static ComponentFact component(String name, Optional<Role> role, int copies) {
    return component(name, role, copies, List.of(), List.of(), Map.of());
  }

  static ComponentFact component(
      String name,
      Optional<Role> role,
      int copies,
      List<StandbyFact> standbys,
      List<GatewayFact> behind,
      Map<String, Value> properties) {
    return new ComponentFact(
        urn(name),
        List.of(urn(name)),
        name,
        "aws:ec2/instance:Instance",
        "EC2 instance",
        role,
        copies,
        1,
        false,
        Failover.AUTOMATIC,
        List.of("us-east-1a"),
        List.of("us-east-1"),
        standbys,
        behind,
        properties,
        Map.of());
  }

  static ComponentFact kept(String name, Role role, String standby) {
    StandbyFact spare = new StandbyFact(standby, urn("spare"), "spare", List.of("us-east-1"));
    return component(name, Optional.of(role), 1, List.of(spare), List.of(), Map.of());
  }

  static CutFact cut(Scope scope, ComponentFact... cause) {
    return cut(Verdict.DOWN, scope, Scope.ZONE, List.of(), cause);
  }

  static CutFact cut(
      Verdict verdict, Scope scope, Scope target, List<String> elsewhere, ComponentFact... cause) {
    FailureFact failure =
        scope == Scope.INSTANCE
            ? new FailureFact("replica", cause[0].name(), Optional.of(cause[0].urn()))
            : new FailureFact(scope.word(), "the-" + scope.word(), Optional.empty());
    return new CutFact(
        verdict,
        scope,
        failure,
        List.of(cause),
        List.of(entryPoint(target)),
        List.of(),
        elsewhere,
        List.of(new Step(cause[0].urn(), "it fails")),
        List.of("its user data"),
        verdict == Verdict.UNKNOWN ? List.of("web.subnetId") : List.of());
  }

  static Facts facts(CutFact... cuts) {
    return new Facts(Scope.ZONE, List.of(entryPoint(Scope.ZONE)), List.of(cuts), List.of());
  }

  static Facts needing(ComponentFact... components) {
    return new Facts(Scope.ZONE, List.of(entryPoint(Scope.ZONE)), List.of(), List.of(components));
  }
}
