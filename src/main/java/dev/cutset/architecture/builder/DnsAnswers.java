package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.ResourceType.DnsRecord;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what single DNS records answer with, when, and whether they look at its health. */
final class DnsAnswers {
  private static final Set<String> ADDRESSES = Set.of("A", "AAAA", "CNAME", "ALIAS");

  private final Reading reading;
  private final Doubts doubts;
  private final References references;
  private final Drafts drafts;
  private final OpenEnds openEnds;

  DnsAnswers(
      Reading reading, Doubts doubts, References references, Drafts drafts, OpenEnds openEnds) {
    this.reading = reading;
    this.doubts = doubts;
    this.references = references;
    this.drafts = drafts;
    this.openEnds = openEnds;
  }

  /** What a record leads to. */
  List<Known> targets(Known record, DnsRecord dns) {
    return paths(dns).stream()
        .flatMap(path -> references.find(record, path, this::leadsOn).resources().stream())
        .toList();
  }

  /** Whether its answers come from what is known, and that is nothing that serves. */
  boolean leadNowhere(Known record, DnsRecord dns) {
    return targets(record, dns).isEmpty()
        && paths(dns).stream()
            .anyMatch(path -> references.hasEdges(record.resource(), path.property()));
  }

  List<DnsAnswer> answers(Known record, Draft set) {
    DnsRecord dns = (DnsRecord) record.type().dns().orElseThrow();
    List<DnsAnswer> answers = new ArrayList<>();
    Optional<PropertyPath> open = Optional.empty();
    boolean named = false;
    for (PropertyPath path : paths(dns)) {
      References.Found found = references.find(record, path, this::leadsOn);
      for (Known target : found.resources()) {
        Evidence evidence =
            Evidence.declared(record.written(path) + " of record `" + record.name() + "`");
        drafts.of(target);
        answers.add(answer(record, dns, Optional.of(target), to(target, evidence)));
      }
      if (!found.strangers().isEmpty()) {
        // Of an address outside of the stack nothing is known but that it is there.
        named = true;
        answers.add(answer(record, dns, Optional.empty(), Need.NOTHING));
      }
      if (found.open()) {
        open = Optional.of(path);
      }
    }
    if (answers.isEmpty() && open.isPresent() && !named) {
      openEnds.hold(set, record, open.get());
    }
    return answers;
  }

  /** Who is sent on to another name asks the zone that has it. */
  private Need to(Known target, Evidence evidence) {
    List<Need> needs = new ArrayList<>();
    if (target.type().dns().orElse(null) instanceof DnsRecord dns) {
      references
          .find(target, dns.zone(), DnsNames::isZone)
          .resources()
          .forEach(zone -> needs.add(new Need.On(drafts.of(zone).urn(), evidence)));
    }
    needs.add(drafts.on(target, evidence));
    return Need.all(needs);
  }

  /** The unknown properties that had a say in what a record answers. */
  List<String> undecidedBy(Known record) {
    return doubts.undecidedBy(record);
  }

  private static List<PropertyPath> paths(DnsRecord dns) {
    List<PropertyPath> paths = new ArrayList<>();
    dns.alias().ifPresent(paths::add);
    dns.answers().ifPresent(paths::add);
    return paths;
  }

  /** Whether a record answers with addresses, or with another name that does. */
  boolean isAddress(Known record, DnsRecord dns) {
    Optional<String> type = dns.recordType().flatMap(path -> reading.text(record, path));
    return type.map(text -> ADDRESSES.contains(text.toUpperCase(Locale.ROOT))).orElse(true);
  }

  /** Whether it has the say which of the answers to its name is given. */
  static boolean isRouted(Known record, DnsRecord dns) {
    return routes(dns).stream().anyMatch(path -> !path.in(record.resource()).isEmpty());
  }

  /** Whether it is given by some rule, of which it is not known what it says. */
  private boolean isOpen(Known record, DnsRecord dns) {
    Optional<PropertyPath> open =
        routes(dns).stream().filter(path -> isUnknown(record, Optional.of(path))).findFirst();
    open.ifPresent(path -> doubts.undecided(record, path));
    return open.isPresent();
  }

  private static List<PropertyPath> routes(DnsRecord dns) {
    List<PropertyPath> paths = new ArrayList<>(dns.routing().values());
    dns.failover().ifPresent(paths::add);
    dns.weight().ifPresent(paths::add);
    return paths;
  }

  private static boolean isUnknown(Known record, Optional<PropertyPath> property) {
    return property.stream().anyMatch(path -> path.isUnknownIn(record.resource()));
  }

  /** Other records of a name, such as its mail servers, are not where its visitors go. */
  private boolean leadsOn(Known known) {
    return known.type().role().filter(role -> role != Role.DNS).isPresent()
        || (known.type().dns().orElse(null) instanceof DnsRecord dns && isAddress(known, dns));
  }

  private DnsAnswer answer(Known record, DnsRecord dns, Optional<Known> target, Need need) {
    boolean doubtful = isUnknown(record, dns.recordType());
    return new DnsAnswer(target, need, routing(record, dns), isChecked(record, dns), doubtful);
  }

  private DnsAnswer.Routing routing(Known record, DnsRecord dns) {
    if (isOpen(record, dns)) {
      return doubts.kindest() ? DnsAnswer.Routing.ALL : DnsAnswer.Routing.CHOSEN;
    }
    Optional<String> failover = dns.failover().flatMap(path -> reading.text(record, path));
    if (failover.isPresent()) {
      return failover.get().equalsIgnoreCase("PRIMARY")
          ? DnsAnswer.Routing.PRIMARY
          : DnsAnswer.Routing.SECONDARY;
    }
    Optional<String> weight = dns.weight().flatMap(path -> reading.text(record, path));
    if (weight.isPresent()) {
      return weight.get().equals("0") ? DnsAnswer.Routing.NEVER : DnsAnswer.Routing.CHOSEN;
    }
    for (Map.Entry<String, PropertyPath> kind : dns.routing().entrySet()) {
      if (!kind.getValue().in(record.resource()).isEmpty()) {
        return kind.getKey().equals("multivalue")
            ? DnsAnswer.Routing.ALL
            : DnsAnswer.Routing.CHOSEN;
      }
    }
    return DnsAnswer.Routing.ALL;
  }

  private boolean isChecked(Known record, DnsRecord dns) {
    boolean healthCheck =
        dns.healthCheck().map(path -> !path.in(record.resource()).isEmpty()).orElse(false);
    return healthCheck || dns.evaluatesTarget().map(path -> evaluates(record, path)).orElse(false);
  }

  private boolean evaluates(Known record, PropertyPath path) {
    List<Value> values = reading.values(record, path);
    if (values.stream().anyMatch(Value::opaque)) {
      doubts.undecided(record, path);
      return doubts.kindest();
    }
    return values.contains(Value.of(true));
  }
}
