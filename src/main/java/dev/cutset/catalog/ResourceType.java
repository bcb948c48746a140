package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one resource type means for failure.
 *
 * @param token the type token
 * @param title what people call it
 * @param terraform the name Terraform has for it
 * @param role what it is for; empty for a part that cannot fail by itself
 * @param inert whether it has no bearing on availability: known, and nothing to do
 * @param defaults what a property is when nobody set it
 * @param inherits properties that it has from what another of its properties refers to
 * @param place where its copies are
 * @param copies the cases of how many there are; the first that applies counts
 * @param links what it says of itself and others
 * @param identities properties by whose values other resources name it
 * @param reads properties whose text can show what it uses: user data, environment, definitions
 * @param origins where it fetches what it hands out, if it can turn from one to another
 * @param network how it is reached
 * @param entry when and by what name users come in here
 * @param dns the DNS meaning of zones and records
 * @param firewall the traffic rules it declares
 * @param ensemble a second component within it, such as dedicated masters
 * @param labels how it selects others, or is selected, by labels
 * @param facts properties that policies ask for, by the name they use
 * @param remedy how to make it redundant, in code, by the scope of the failure to survive
 * @param patches the values of properties that make it redundant, where they alone decide
 * @param source the page that the facts come from
 */
public record ResourceType(
    String token,
    String title,
    Optional<String> terraform,
    Optional<Role> role,
    boolean inert,
    Map<PropertyPath, Value> defaults,
    Map<PropertyPath, List<PropertyPath>> inherits,
    List<Place> place,
    List<Copies> copies,
    List<Link> links,
    List<PropertyPath> identities,
    List<PropertyPath> reads,
    Optional<Origins> origins,
    Optional<Network> network,
    Optional<Entry> entry,
    Optional<Dns> dns,
    Optional<Firewall> firewall,
    Optional<Ensemble> ensemble,
    Optional<Labels> labels,
    Map<String, PropertyPath> facts,
    Map<Scope, String> remedy,
    List<Patch> patches,
    Optional<String> source) {

  public ResourceType {
    defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
    inherits = Collections.unmodifiableMap(new LinkedHashMap<>(inherits));
    place = List.copyOf(place);
    copies = List.copyOf(copies);
    links = List.copyOf(links);
    identities = List.copyOf(identities);
    reads = List.copyOf(reads);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    remedy = Collections.unmodifiableMap(new LinkedHashMap<>(remedy));
    patches = List.copyOf(patches);
  }

  /** The same type with other words for its remedies. */
  ResourceType withRemedy(Map<Scope, String> words) {
    return new ResourceType(
        token,
        title,
        terraform,
        role,
        inert,
        defaults,
        inherits,
        place,
        copies,
        links,
        identities,
        reads,
        origins,
        network,
        entry,
        dns,
        firewall,
        ensemble,
        labels,
        facts,
        words,
        patches,
        source);
  }

  /**
   * Where something fetches what it hands out: several origins, of which a group stands in for one
   * another, and the rest are each there for what they alone have.
   *
   * @param list the origins
   * @param id what an origin is called, within it
   * @param at what an origin refers to, within it
   * @param custom what an origin has that is more than stored objects, within it
   * @param groups the groups of origins
   * @param used the origins and groups that are asked
   */
  public record Origins(
      PropertyPath list,
      PropertyPath id,
      List<PropertyPath> at,
      Optional<PropertyPath> custom,
      Optional<OriginGroups> groups,
      List<PropertyPath> used) {
    public Origins {
      at = List.copyOf(at);
      used = List.copyOf(used);
    }
  }

  /**
   * Groups of origins that stand in for one another.
   *
   * @param list the groups
   * @param id what a group is called, within it
   * @param members the origins of a group, within it
   */
  public record OriginGroups(PropertyPath list, PropertyPath id, PropertyPath members) {}

  /**
   * How a component is reached over the network.
   *
   * @param groups the security groups in front of it
   * @param within what refers to the network it is in
   * @param ports the properties that hold the port it listens on
   * @param outside whether it is reached from any network when nothing places it in one
   */
  public record Network(
      List<PropertyPath> groups,
      List<PropertyPath> within,
      List<PropertyPath> ports,
      boolean outside) {
    public Network {
      groups = List.copyOf(groups);
      within = List.copyOf(within);
      ports = List.copyOf(ports);
    }
  }

  /**
   * A way in for users.
   *
   * @param name the property that holds the public name or address
   * @param when all of these must hold
   * @param certain whether they must hold for certain, and not only perhaps
   * @param open whether a security group must admit the world besides, on a port that is not for
   *     administration
   * @param unguarded whether the world is admitted, too, where there is no security group at all
   * @param addressed whether it, or its network card, must have a public address of its own
   */
  public record Entry(
      Optional<PropertyPath> name,
      List<Condition> when,
      boolean certain,
      boolean open,
      boolean unguarded,
      boolean addressed) {
    public Entry {
      when = List.copyOf(when);
    }
  }

  /** The DNS meaning of a type. */
  public sealed interface Dns {}

  /**
   * A zone served by one DNS provider.
   *
   * @param name the property that holds the domain name
   * @param isPrivate what must hold for the zone to be private
   */
  public record DnsZone(PropertyPath name, List<Condition> isPrivate) implements Dns {
    public DnsZone {
      isPrivate = List.copyOf(isPrivate);
    }
  }

  /**
   * One record, or one of several with the same name and an answering policy.
   *
   * @param zone refers to the zone
   * @param name the record's name, absolute or relative to the zone
   * @param recordType A, AAAA, CNAME …
   * @param answers literal answers
   * @param alias what the record is an alias of, by name
   * @param evaluatesTarget whether an alias looks at its target's health
   * @param healthCheck refers to a health check
   * @param failover holds PRIMARY or SECONDARY
   * @param weight the weight
   * @param routing for each routing kind (latency, geolocation, geoproximity, cidr, multivalue),
   *     the property whose presence chooses it
   */
  public record DnsRecord(
      PropertyPath zone,
      PropertyPath name,
      Optional<PropertyPath> recordType,
      Optional<PropertyPath> answers,
      Optional<PropertyPath> alias,
      Optional<PropertyPath> evaluatesTarget,
      Optional<PropertyPath> healthCheck,
      Optional<PropertyPath> failover,
      Optional<PropertyPath> weight,
      Map<String, PropertyPath> routing)
      implements Dns {
    public DnsRecord {
      routing = Collections.unmodifiableMap(new LinkedHashMap<>(routing));
    }
  }

  /**
   * What a registry tells resolvers of a domain: the name servers to ask.
   *
   * @param name the property that holds the domain name
   * @param servers refers to the zones by their name servers
   */
  public record Delegation(PropertyPath name, PropertyPath servers) implements Dns {}

  /**
   * Traffic rules of a security group, inline or as a resource of their own.
   *
   * @param group refers to the group the rules belong to; empty: the resource itself
   * @param rules the property that holds a list of rules; empty: the resource itself is one rule
   * @param when what must hold for the rules to admit traffic
   * @param rulesWhen what must hold of a rule for it to admit traffic
   * @param sources refers to the groups admitted, within a rule
   * @param ranges the address ranges admitted, within a rule
   * @param fromPort the first port, within a rule
   * @param toPort the last port, within a rule
   * @param morePorts further ports or ranges of them, within a rule
   * @param protocol the protocol, within a rule
   * @param self whether the group admits its own members, within a rule
   * @param tags for rules that belong to no group: the tags of what they admit, and to what
   */
  public record Firewall(
      Optional<PropertyPath> group,
      Optional<PropertyPath> rules,
      List<Condition> when,
      List<Condition> rulesWhen,
      List<PropertyPath> sources,
      List<PropertyPath> ranges,
      PropertyPath fromPort,
      PropertyPath toPort,
      Optional<PropertyPath> morePorts,
      Optional<PropertyPath> protocol,
      Optional<PropertyPath> self,
      Optional<Tags> tags) {
    public Firewall {
      when = List.copyOf(when);
      rulesWhen = List.copyOf(rulesWhen);
      sources = List.copyOf(sources);
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * The tags by which a rule of a network says whom it admits to what.
   *
   * @param network refers to the network
   * @param sources the tags of those it admits
   * @param targets the tags of those to which it admits them; without any, all in the network
   * @param ranges the address ranges it admits
   */
  public record Tags(
      PropertyPath network, PropertyPath sources, PropertyPath targets, PropertyPath ranges) {}

  /**
   * Selection by labels, as Kubernetes has it: a service sends traffic to the workloads whose
   * labels it selects.
   *
   * @param selects the labels that something must carry to be sent traffic
   * @param carries the labels that it carries
   */
  public record Labels(Optional<PropertyPath> selects, Optional<PropertyPath> carries) {}

  /** A second component that the first cannot do without, such as dedicated masters. */
  public record Ensemble(String name, Role role, List<Copies> copies) {
    public Ensemble {
      copies = List.copyOf(copies);
    }
  }
}
