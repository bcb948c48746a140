package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.catalog.ResourceType.Delegation;
import dev.cutset.catalog.ResourceType.DnsRecord;
import dev.cutset.catalog.ResourceType.DnsZone;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which zones of a domain resolvers are sent to, where the stack says so.
 *
 * <p>What stands above the domain decides: a registration, or the name servers in the zone of the
 * parent domain. Where the stack has neither, the name servers within the zones tell.
 */
final class Delegations {

  /** Tells the full name of a record, by the zone that it is in. */
  interface Naming {
    String of(Known named, DnsRecord type, Optional<Known> zone);
  }

  private final Reading reading;
  private final References references;
  private final Naming naming;
  private final Map<String, Set<Urn>> fromAbove = new HashMap<>();
  private final Map<String, Set<Urn>> fromWithin = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();

  Delegations(Declared declared, Reading reading, References references, Naming naming) {
    this.reading = reading;
    this.references = references;
    this.naming = naming;
    declared.all().forEach(this::read);
  }

  /** Whether others are named in a zone's place. */
  boolean leaveOut(Known zone) {
    String domain = domain(zone);
    Set<Urn> named = fromAbove.getOrDefault(domain, fromWithin.getOrDefault(domain, Set.of()));
    return !isDoubtful(zone) && !named.isEmpty() && !named.contains(zone.urn());
  }

  /** Whether it is not known if others are: of what a delegation tells the domain is not known. */
  boolean isDoubtful(Known zone) {
    return doubtful.contains(domain(zone));
  }

  private void read(Known known) {
    if (known.type().dns().orElse(null) instanceof Delegation delegation) {
      Optional<String> name = reading.text(known, delegation.name());
      name.ifPresent(text -> name(known, delegation.servers(), normal(text), fromAbove));
      if (name.isEmpty()) {
        doubt(known, delegation.servers());
      }
    } else if (known.type().dns().orElse(null) instanceof DnsRecord dns
        && dns.answers().isPresent()
        && isVague(known, dns)) {
      doubt(known, dns.answers().get());
    } else if (known.type().dns().orElse(null) instanceof DnsRecord dns
        && dns.recordType()
            .flatMap(path -> reading.text(known, path))
            .filter("NS"::equals)
            .isPresent()
        && dns.answers().isPresent()) {
      Optional<Known> zone =
          references.find(known, dns.zone(), DnsNames::isZone).resources().stream().findFirst();
      String name = normal(naming.of(known, dns, zone));
      boolean within = zone.map(this::domain).filter(name::equals).isPresent();
      name(known, dns.answers().get(), name, within ? fromWithin : fromAbove);
    }
  }

  /** Whether it may be a delegation, and nobody can tell yet of what. */
  private boolean isVague(Known record, DnsRecord dns) {
    boolean other =
        dns.recordType()
            .flatMap(path -> reading.text(record, path))
            .filter(type -> !type.equals("NS"))
            .isPresent();
    return !other
        && Stream.concat(Stream.of(dns.name()), dns.recordType().stream())
            .anyMatch(path -> path.isUnknownIn(record.resource()));
  }

  private void doubt(Known said, PropertyPath servers) {
    references.find(said, servers, DnsNames::isZone).resources().stream()
        .map(this::domain)
        .forEach(doubtful::add);
  }

  private void name(
      Known said, PropertyPath servers, String domain, Map<String, Set<Urn>> delegated) {
    List<Known> zones = references.find(said, servers, DnsNames::isZone).resources();
    if (!zones.isEmpty()) {
      Set<Urn> named = delegated.computeIfAbsent(domain, key -> new LinkedHashSet<>());
      zones.forEach(zone -> named.add(zone.urn()));
    }
  }

  private String domain(Known zone) {
    return zone.type().dns().orElse(null) instanceof DnsZone type
        ? normal(reading.text(zone, type.name()).orElse(""))
        : "";
  }

  private static String normal(String name) {
    return DnsNames.trim(name).toLowerCase(Locale.ROOT);
  }
}
