package dev.cutset.architecture.builder;

import static java.util.stream.Collectors.toSet;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
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
   * @param loose what may answer too, or not: records of a name that is not known
   */
  record Name(String name, List<Way> ways, List<Need> loose) {}

  /**
   * One zone that serves a name: its records, joined in one component.
   *
   * @param doubtful whether it is not known if users are sent there, or what they get there
   */
  record Way(Optional<Draft> zone, Draft answers, boolean doubtful) {}

  private final Declared declared;
  private final Reading reading;
  private final References references;
  private final Drafts drafts;
  private final DnsAnswers records;
  private final Doubts doubts;
  private final OpenEnds openEnds;

  DnsNames(
      Declared declared,
      Reading reading,
      References references,
      Drafts drafts,
      Doubts doubts,
      OpenEnds openEnds) {
    this.declared = declared;
    this.reading = reading;
    this.references = references;
    this.drafts = drafts;
    this.doubts = doubts;
    this.openEnds = openEnds;
    this.records = new DnsAnswers(reading, doubts, references, drafts, openEnds);
  }

  /**
   * The records of one name in one zone.
   *
   * @param nameless whether the name is not known, and only called so here
   */
  private record Group(String name, Optional<Known> zone, List<Known> records, boolean nameless) {
    String key() {
      return nameless ? "?" + name : name;
    }
  }

  /** A name in a private zone is no way in, but it is a name of what it leads to. */
  void nameInside() {
    for (Known known : declared.all()) {
      if (known.type().dns().orElse(null) instanceof DnsRecord dns) {
        Optional<Known> zone =
            references.find(known, dns.zone(), DnsNames::isZone).resources().stream().findFirst();
        if (zone.isPresent() && isPrivate(zone.get())) {
          List<Known> targets = records.targets(known, dns);
          if (isUnnamed(known, dns)) {
            targets.forEach(references::aliasUnknown);
          } else {
            String name = fullName(known, dns, zone);
            targets.forEach(target -> references.alias(name, target));
          }
        }
      }
    }
  }

  List<Name> join() {
    Map<String, Name> names = new LinkedHashMap<>();
    Delegations delegations = new Delegations(declared, reading, references, this::fullName);
    List<Group> groups = asked(groups(), delegations);
    for (Group group : groups) {
      Draft answers = answers(group);
      boolean doubtful =
          answers.isOpen() || group.zone().filter(delegations::isDoubtful).isPresent();
      Name name =
          names.computeIfAbsent(
              group.key(), key -> new Name(group.name(), new ArrayList<>(), new ArrayList<>()));
      name.ways().add(new Way(group.zone().map(drafts::of), answers, doubtful));
    }
    groups.stream().filter(Group::nameless).forEach(loose -> leaveOpen(loose, groups, names));
    return List.copyOf(names.values());
  }

  /** Records whose name is not known may be further answers to other names. */
  private void leaveOpen(Group loose, List<Group> groups, Map<String, Name> names) {
    Known record = loose.records().get(0);
    DnsRecord dns = (DnsRecord) record.type().dns().orElseThrow();
    Need whatever = openEnds.whatever(record, dns.name());
    boolean elsewhere = false;
    for (Group group : groups) {
      if (mayAnswer(loose, dns, group)) {
        add(names, group, whatever);
        elsewhere |= !group.zone().equals(loose.zone());
      }
    }
    if (elsewhere) {
      add(names, loose, whatever);
    }
  }

  private static void add(Map<String, Name> names, Group group, Need whatever) {
    Optional.ofNullable(names.get(group.key())).ifPresent(name -> name.loose().add(whatever));
  }

  private boolean mayAnswer(Group loose, DnsRecord dns, Group group) {
    if (!loose.zone().equals(group.zone())) {
      String domain = domain(loose.zone());
      return domain.isEmpty() || isWithin(group.name(), domain);
    }
    // Within one zone only records that share a name by some rule may have it too.
    boolean shares = dns.routing().isEmpty() || DnsAnswers.isRouted(loose.records().get(0), dns);
    return shares && (!loose.equals(group) || loose.records().size() == 1);
  }

  /** Without those in zones that nobody is sent to, while the same name is in others. */
  private List<Group> asked(List<Group> groups, Delegations delegations) {
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
        boolean nameless = isUnnamed(known, dns) || (!name.contains(".") && isVague(zone));
        String where = zone.map(z -> z.urn().text()).orElse(literalZone(known, dns));
        groups
            .computeIfAbsent(
                (nameless ? "?" : "") + name + " " + where,
                key -> new Group(name, zone, new ArrayList<>(), nameless))
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
    return isUnnamed(known, dns)
        && (dns.recordType().flatMap(path -> reading.text(known, path)).isEmpty()
            || records.leadNowhere(known, dns));
  }

  /** Whether it has a name that is not known. */
  private boolean isUnnamed(Known known, DnsRecord dns) {
    return reading.text(known, dns.name()).isEmpty() && !dns.name().in(known.resource()).isEmpty();
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
    String domain = domain(zone);
    if (domain.isEmpty() || isWithin(name, domain)) {
      return name.isEmpty() ? known.name() : name;
    }
    return name.isEmpty() || name.equals("@") ? domain : name + "." + domain;
  }

  /** The domain of a zone, where it is known. */
  private String domain(Optional<Known> zone) {
    return trim(
        zone.flatMap(
                z ->
                    z.type().dns().orElse(null) instanceof DnsZone type
                        ? reading.text(z, type.name())
                        : Optional.empty())
            .orElse(""));
  }

  private static boolean isVague(Optional<Known> zone) {
    return zone.isPresent()
        && zone.get().type().dns().orElse(null) instanceof DnsZone type
        && type.name().isUnknownIn(zone.get().resource());
  }

  private static boolean isWithin(String name, String domain) {
    return name.equals(domain) || name.endsWith("." + domain);
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
    new DnsRouting(set, drafts, doubts).route(answers);
    return set;
  }
}
