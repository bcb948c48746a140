package dev.cutset.architecture.builder;

import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.ResourceType.Delegation;
import dev.cutset.catalog.ResourceType.DnsRecord;
import dev.cutset.catalog.ResourceType.DnsZone;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    return !named.isEmpty() && !named.contains(zone.urn());
  }

  private void read(Known known) {
    if (known.type().dns().orElse(null) instanceof Delegation delegation) {
      reading
          .text(known, delegation.name())
          .ifPresent(name -> name(known, delegation.servers(), normal(name), fromAbove));
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
