package dev.cutset.analysis;

import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that policies are told. Its size follows the number of cuts and of components that an
 * entry point needs, not the number of resources.
 *
 * @param target the scope to survive where nothing else is asked for
 * @param entryPoints where users come in
 * @param cuts the single points of failure, one for each cause
 * @param components what the entry points need
 */
public record Facts(
    Scope target,
    List<EntryPointFact> entryPoints,
    List<CutFact> cuts,
    List<ComponentFact> components) {

  public Facts {
    entryPoints = List.copyOf(entryPoints);
    cuts = List.copyOf(cuts);
    components = List.copyOf(components);
  }

  /**
   * An entry point.
   *
   * @param survives the scopes of which it survives every single failure, smallest first
   */
  public record EntryPointFact(Urn urn, String name, Scope target, List<Scope> survives) {
    public EntryPointFact {
      survives = List.copyOf(survives);
    }
  }

  /** What fails: one replica, or one domain. */
  public record FailureFact(String kind, String name, Optional<Urn> urn) {}

  /**
   * One step of a proof, in words.
   *
   * @param urn the resource that it is about
   * @param name the component that the resource makes, or one of those
   */
  public record Step(Urn urn, String name, String because) {

    /** About what is called as its resource is. */
    public Step(Urn urn, String because) {
      this(urn, urn.name(), because);
    }
  }

  /**
   * A cut of one, with its cause.
   *
   * @param verdict down, or unknown when a value that is not known yet decides
   * @param scope the smallest scope at which this cause takes an entry point down
   * @param failure one failure of that scope which does it
   * @param cause what to change; where there are several, they are each other's only alternatives,
   *     and changing one is enough
   * @param entryPoints the entry points that go down
   * @param largerFailures the larger failures that the same cause lets through
   * @param regionsElsewhere regions outside the failure in which something that serves the entry
   *     point lives on
   * @param proof from the failure to the entry point
   * @param evidence why it is believed that the components need each other
   * @param undecidedBy the properties that decide, when the verdict is unknown
   */
  public record CutFact(
      Verdict verdict,
      Scope scope,
      FailureFact failure,
      List<ComponentFact> cause,
      List<EntryPointFact> entryPoints,
      List<FailureFact> largerFailures,
      List<String> regionsElsewhere,
      List<Step> proof,
      List<String> evidence,
      List<String> undecidedBy) {
    public CutFact {
      cause = List.copyOf(cause);
      entryPoints = List.copyOf(entryPoints);
      largerFailures = List.copyOf(largerFailures);
      regionsElsewhere = List.copyOf(regionsElsewhere);
      proof = List.copyOf(proof);
      evidence = List.copyOf(evidence);
      undecidedBy = List.copyOf(undecidedBy);
    }
  }

  /**
   * Another component that could take over but does not count.
   *
   * @param kind {@code cold}: no copy of it runs; {@code manual}: a person must promote it; {@code
   *     unanswered}: DNS does not answer with it; {@code unchecked}: DNS would answer with it, but
   *     no health check tells it to; {@code unattached}: no balancer sends to it
   */
  public record StandbyFact(String kind, Urn urn, String name, List<String> regions) {
    public StandbyFact {
      regions = List.copyOf(regions);
    }
  }

  /**
   * A component as policies see it.
   *
   * @param resources the resources that make it up, {@code urn} first
   * @param copies how many run
   * @param needed how many of them must live
   * @param quorum whether they decide by majority
   * @param zones the zones they are in, where known
   * @param regions the regions they are in
   * @param behind gateways that send to it
   * @param properties the facts that the catalog names for the type
   * @param remedy how to make it redundant, in code, by scope
   */
  public record ComponentFact(
      Urn urn,
      List<Urn> resources,
      String name,
      String type,
      String title,
      Optional<Role> role,
      int copies,
      int needed,
      boolean quorum,
      Failover failover,
      List<String> zones,
      List<String> regions,
      List<StandbyFact> standbys,
      List<GatewayFact> behind,
      Map<String, Value> properties,
      Map<Scope, String> remedy) {
    public ComponentFact {
      resources = List.copyOf(resources);
      zones = List.copyOf(zones);
      regions = List.copyOf(regions);
      standbys = List.copyOf(standbys);
      behind = List.copyOf(behind);
      properties = Map.copyOf(properties);
      remedy = Map.copyOf(remedy);
    }
  }

  /** A gateway in front of a component. */
  public record GatewayFact(Urn urn, String name, boolean crossZone, List<String> zones) {
    public GatewayFact {
      zones = List.copyOf(zones);
    }
  }
}
