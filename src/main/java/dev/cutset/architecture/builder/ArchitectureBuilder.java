package dev.cutset.architecture.builder;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.Catalog;
import dev.cutset.catalog.ResourceType.Ensemble;
import dev.cutset.catalog.Software;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes an architecture of a stack, under one completion of what is not known yet. */
public final class ArchitectureBuilder {
  private static final String CROSS_ZONE = "crossZone";

  private final Catalog catalog;
  private final List<Software> software;
  private final Hints hints;

  public ArchitectureBuilder(Catalog catalog, List<Software> software, Hints hints) {
    this.catalog = catalog;
    this.software = List.copyOf(software);
    this.hints = hints;
  }

  /** The architecture that the stack declares. */
  public Architecture build(Stack stack, Completion completion) {
    Declared declared = new Declared(stack, catalog);
    Reading reading = new Reading(completion);
    References references = new References(declared);
    Relations relations = new Relations(declared, reading, references);
    Clusters clusters = new Clusters(declared);
    Regions regions = new Regions(declared, clusters);
    Places places = new Places(regions, references);
    Drafts drafts = new Drafts();
    Texts texts = new Texts(relations);
    OpenEnds openEnds = new OpenEnds(reading, regions);
    Firewalls firewalls = new Firewalls(declared, reading, references, texts, drafts);
    Reachability reachability = new Reachability(drafts);
    HintedParts hinted = new HintedParts(hints, regions, drafts);

    plan(declared, new CopiesPlanner(reading, places, regions, relations, texts), drafts);
    DeclaredLinks links = new DeclaredLinks(declared, relations, places, openEnds, drafts);
    links.absorbMembersAndCopies();
    SelfRun selfRun = new SelfRun(software, texts, regions, drafts);
    hinted.shape();
    selfRun.recognise();
    selfRun.joinEnsembles();
    links.connect();
    new Selections(declared, references, drafts).connect();
    clusters.connect(drafts);
    links.routeOut();
    DnsNames dns =
        new DnsNames(
            declared,
            reading,
            references,
            drafts,
            new DnsAnswers(reading, references, drafts, openEnds));
    dns.nameInside();
    new Usage(references, texts, selfRun, drafts).infer();
    firewalls.read();
    firewalls.infer();
    List<DnsNames.Name> names = dns.join();

    List<String> notes = new ArrayList<>();
    EntryPoints finder = new EntryPoints(reading, firewalls, drafts, hints, reachability);
    Idle idle = new Idle(drafts);
    Set<Urn> idlers = new Dormancy(drafts).resolve();
    idlers.addAll(idle.findUnanswered(names, reachability.from(needs(finder.named(names)))));
    Set<Urn> reached = reachability.from(needs(finder.find(names, idlers, new ArrayList<>())));
    new Assumptions(new Networks(references, texts), drafts).link(reached, notes);
    hinted.connect();
    List<EntryPoint> entryPoints = finder.find(names, idlers, notes);
    idle.findUnattached(reachability.from(needs(entryPoints)));
    return freeze(drafts, reading, entryPoints, notes);
  }

  private static void plan(Declared declared, CopiesPlanner planner, Drafts drafts) {
    for (Known known : declared.all()) {
      if (!known.type().copies().isEmpty()) {
        Draft draft = drafts.of(known);
        planner.plan(draft);
        known.type().ensemble().ifPresent(inner -> planInner(known, inner, draft, planner, drafts));
      }
    }
  }

  private static void planInner(
      Known known, Ensemble inner, Draft outer, CopiesPlanner planner, Drafts drafts) {
    Draft draft = new Draft(known, new Urn(known.urn().text() + "#" + inner.name()));
    draft.call(known.name() + " " + inner.name(), known.type().title() + " " + inner.name());
    draft.become(inner.role());
    draft.include(known);
    planner.plan(draft, inner.copies(), draft.urn().text());
    if (!draft.replicas().isEmpty()) {
      drafts.add(draft);
      outer.need(
          new Need.On(draft.urn(), Evidence.declared("`" + known.name() + "` elects among them")));
    }
  }

  private static List<Need> needs(List<EntryPoint> entryPoints) {
    return entryPoints.stream().map(EntryPoint::need).toList();
  }

  private static Architecture freeze(
      Drafts drafts, Reading reading, List<EntryPoint> entryPoints, List<String> notes) {
    Map<Urn, Component> components = new LinkedHashMap<>();
    for (Draft draft : drafts.all()) {
      Known known = draft.known();
      draft.undecided(reading.undecidedBy(known));
      Map<String, Value> properties = new LinkedHashMap<>();
      known.type().facts().forEach((name, path) -> first(reading, known, path, name, properties));
      components.put(draft.urn(), draft.freeze(properties, crossZone(properties)));
    }
    return new Architecture(Renaming.absorbed(components, drafts), entryPoints, notes);
  }

  /** Application load balancers always send to other zones, the others if they are told to. */
  private static boolean crossZone(Map<String, Value> properties) {
    Value declared = properties.get(CROSS_ZONE);
    Value type = properties.get("loadBalancerType");
    if (type == null) {
      return !Value.of(false).equals(declared);
    }
    return Value.of("application").equals(type) || Value.of(true).equals(declared);
  }

  private static void first(
      Reading reading, Known known, PropertyPath path, String name, Map<String, Value> properties) {
    List<Value> values = reading.values(known, path);
    boolean isList =
        path.steps().size() == 1
            && known.resource().property(path.property()).orElse(Value.NULL) instanceof Value.Items;
    if (values.size() == 1 && !isList) {
      properties.put(name, values.get(0));
    } else if (!values.isEmpty()) {
      properties.put(name, new Value.Items(values));
    }
  }
}
