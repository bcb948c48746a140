package dev.cutset.architecture.builder;

import static java.util.stream.Collectors.toSet;

import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.ResourceType.DnsRecord;
import dev.cutset.catalog.ResourceType.DnsZone;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Joins DNS records of one name into the ways in which the name is answered. */
final class DnsNames {
  /**
   * A public name that users can come in by.
   *
   * @param name the domain name
   * @param ways for each zone that serves it, the zone and the component that answers
   */
  record Name(String name, List<Way> ways) {}

  /** One zone that serves a name: its records, joined in one component. */
  record Way(Optional<Draft> zone, Draft answers) {}

  private final Declared declared;
  private final Reading reading;
  private final References references;
  private final Drafts drafts;
  private final DnsAnswers records;

  DnsNames(
      Declared declared,
      Reading reading,
      References references,
      Drafts drafts,
      DnsAnswers records) {
    this.declared = declared;
    this.reading = reading;
    this.references = references;
    this.drafts = drafts;
    this.records = records;
  }

  /** The records of one name in one zone. */
  private record Group(String name, Optional<Known> zone, List<Known> records) {}

  /** A name in a private zone is no way in, but it is a name of what it leads to. */
  void nameInside() {
    for (Known known : declared.all()) {
      if (known.type().dns().orElse(null) instanceof DnsRecord dns) {
        Optional<Known> zone =
            references.find(known, dns.zone(), DnsNames::isZone).resources().stream().findFirst();
        if (zone.isPresent() && isPrivate(zone.get())) {
          String name = fullName(known, dns, zone);
          records.targets(known, dns).forEach(target -> references.alias(name, target));
        }
      }
    }
  }

  List<Name> join() {
    Map<String, Name> names = new LinkedHashMap<>();
    for (Group group : asked(groups())) {
      Draft answers = answers(group);
      Way way = new Way(group.zone().map(drafts::of), answers);
      names
          .computeIfAbsent(group.name(), name -> new Name(name, new ArrayList<>()))
          .ways()
          .add(way);
    }
    return List.copyOf(names.values());
  }

  /** Without those in zones that nobody is sent to, while the same name is in others. */
  private List<Group> asked(List<Group> groups) {
    Delegations delegations = new Delegations(declared, reading, references, this::fullName);
    Predicate<Group> asked = group -> group.zone().filter(delegations::leaveOut).isEmpty();
    Set<String> elsewhere = groups.stream().filter(asked).map(Group::name).collect(toSet());
    return groups.stream()
        .filter(group -> asked.test(group) || !elsewhere.contains(group.name()))
        .toList();
  }

  private List<Group> groups() {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Known known : declared.all()) {
      if (known.type().dns().orElse(null) instanceof DnsRecord dns
          && records.isAddress(known, dns)) {
        Optional<Known> zone =
            references.find(known, dns.zone(), DnsNames::isZone).resources().stream().findFirst();
        if (isNameless(known, dns) || (zone.isPresent() && isPrivate(zone.get()))) {
          continue;
        }
        String name = fullName(known, dns, zone);
        if (name.startsWith("_") || name.contains("._")) {
          continue; // proves to an authority, or to who gets mail, that the domain is ours
        }
        String key = name + " " + zone.map(z -> z.urn().text()).orElse(literalZone(known, dns));
        groups
            .computeIfAbsent(key, k -> new Group(name, zone, new ArrayList<>()))
            .records()
            .add(known);
      }
    }
    return List.copyOf(groups.values());
  }

  /**
   * Whether its name is not known and it leads nowhere, as of records that prove a domain is ours.
   */
  private boolean isNameless(Known known, DnsRecord dns) {
    return reading.text(known, dns.name()).isEmpty()
        && !dns.name().in(known.resource()).isEmpty()
        && (dns.recordType().flatMap(path -> reading.text(known, path)).isEmpty()
            || records.leadNowhere(known, dns));
  }

  static boolean isZone(Known known) {
    return known.type().dns().orElse(null) instanceof DnsZone;
  }

  private boolean isPrivate(Known zone) {
    return zone.type().dns().orElse(null) instanceof DnsZone dns
        && !dns.isPrivate().isEmpty()
        && reading.holds(zone, dns.isPrivate()) == Truth.YES;
  }

  private String literalZone(Known known, DnsRecord dns) {
    return reading.text(known, dns.zone()).orElse("");
  }

  /** The name with its domain, whether or not the record's author wrote the domain. */
  private String fullName(Known known, DnsRecord dns, Optional<Known> zone) {
    String name = trim(reading.text(known, dns.name()).orElse(""));
    String domain =
        trim(
            zone.flatMap(
                    z ->
                        z.type().dns().orElse(null) instanceof DnsZone type
                            ? reading.text(z, type.name())
                            : Optional.empty())
                .orElse(""));
    if (domain.isEmpty() || name.equals(domain) || name.endsWith("." + domain)) {
      return name.isEmpty() ? known.name() : name;
    }
    return name.isEmpty() || name.equals("@") ? domain : name + "." + domain;
  }

  static String trim(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private Draft answers(Group group) {
    Draft set = drafts.of(group.records().get(0));
    set.call(group.name(), "DNS name");
    set.become(Role.DNS);
    group.records().forEach(set::include);
    group.records().stream().skip(1).forEach(record -> drafts.absorb(set, record));
    List<DnsAnswer> answers =
        group.records().stream().flatMap(record -> records.answers(record, set).stream()).toList();
    group.records().forEach(record -> set.undecided(records.undecidedBy(record)));
    new DnsRouting(set, drafts).route(answers);
    return set;
  }
}
