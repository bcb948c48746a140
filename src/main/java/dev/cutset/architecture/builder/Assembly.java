package dev.cutset.architecture.builder;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.ResourceType.Ensemble;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts an architecture together under one completion.
 *
 * <p>The phases build on each other: what is one component has to be settled before anything is
 * linked, what the program declares before anything is inferred, and only when all links are known
 * can be told where users come in and what nothing leads to.
 */
final class Assembly {
  private final Groundwork ground;
  private final Declared declared;
  private final Doubts doubts;
  private final Hints hints;
  private final Drafts drafts = new Drafts();
  private final References references;
  private final HintedParts hinted;
  private final SelfRun selfRun;
  private final DeclaredLinks links;
  private final DnsNames dns;
  private final Firewalls firewalls;
  private final Networks networks;
  private final Reachability reachability;
  private final OpenEnds openEnds;
  private final ContainerInstances instances;

  Assembly(Groundwork ground, Doubts doubts, Hints hints) {
    this.ground = ground;
    this.declared = ground.declared();
    this.doubts = doubts;
    this.hints = hints;
    Reading reading = ground.reading();
    references = ground.references().withoutAliases();
    openEnds = new OpenEnds(doubts, ground.regions(), drafts);
    hinted = new HintedParts(hints, ground.regions(), drafts);
    firewalls = new Firewalls(declared, reading, references, ground.texts(), drafts);
    networks = new Networks(references, ground.texts());
    selfRun = new SelfRun(ground.recognition(), firewalls, networks, ground.regions(), drafts);
    links = new DeclaredLinks(declared, ground.relations(), openEnds, doubts, drafts);
    dns = new DnsNames(declared, reading, references, drafts, doubts, openEnds);
    reachability = new Reachability(drafts);
    instances =
        new ContainerInstances(
            declared, ground.relations(), references, ground.texts(), openEnds, drafts);
  }

  Architecture assemble() {
    planCopies();
    settleComponents();
    linkWhatIsDeclared();
    inferUsage();
    List<DnsNames.Name> names = dns.join();
    List<String> notes = new ArrayList<>();
    List<EntryPoint> entryPoints = findEntryPoints(names, notes);
    return new Architecture(
        new Finish(ground.reading(), doubts, drafts).components(), entryPoints, notes);
  }

  private void planCopies() {
    CopiesPlanner planner = new CopiesPlanner(ground, doubts);
    for (Known known : declared.all()) {
      if (!known.type().copies().isEmpty()) {
        Draft draft = drafts.of(known);
        planner.plan(draft);
        known.type().ensemble().ifPresent(inner -> planInner(known, inner, draft, planner));
      }
    }
  }

  private void planInner(Known known, Ensemble inner, Draft outer, CopiesPlanner planner) {
    Draft draft = new Draft(known, Drafts.within(known, inner));
    draft.call(known.name() + " " + inner.name(), known.type().title() + " " + inner.name());
    draft.become(inner.role());
    draft.include(known);
    planner.plan(draft, inner.copies());
    if (!draft.replicas().isEmpty()) {
      drafts.add(draft);
      outer.need(
          new Need.On(draft.urn(), Evidence.declared("`" + known.name() + "` elects among them")));
    }
  }

  /** What several resources make up together, and what each component is for. */
  private void settleComponents() {
    links.absorbMembersAndCopies();
    hinted.shape();
    firewalls.read();
    selfRun.recognise();
    selfRun.joinEnsembles();
  }

  private void linkWhatIsDeclared() {
    links.connect();
    new OriginGroups(declared, references, ground.relations(), doubts, openEnds, drafts).connect();
    new Selections(declared, references, doubts, openEnds, drafts).connect();
    ground.clusters().connect(drafts);
    ground.clusters().joinByUserData(ground.texts(), references, drafts);
    ground.clusters().join(references, openEnds, drafts);
    instances.join();
    ground.pinning().connect(drafts);
    new IngressControllers(ground.reading(), ground.clusters(), selfRun, openEnds, drafts)
        .connect();
    new WaysOut(ground.relations(), ground.places(), networks, drafts).connect();
  }

  /** Private names come first: texts use them. */
  private void inferUsage() {
    dns.nameInside();
    new RegisteredNames(declared, ground.relations(), references).alias();
    new Usage(references, ground.texts(), selfRun, drafts).infer();
    firewalls.infer();
  }

  /** What idles is no way in, and what is still unused is taken to be used by what is reached. */
  private List<EntryPoint> findEntryPoints(List<DnsNames.Name> names, List<String> notes) {
    Purpose purpose = new Purpose(ground.reading(), ground.texts(), firewalls, networks, drafts);
    EntryPoints finder =
        new EntryPoints(
            ground.reading(),
            ground.relations(),
            ground.places(),
            firewalls,
            drafts,
            hints,
            reachability,
            purpose,
            new WorkerNodes(purpose, networks, drafts),
            openEnds);
    Idle idle = new Idle(drafts);
    Set<Urn> idlers = new Dormancy(drafts).resolve();
    idlers.addAll(idle.findUnanswered(names, reached(finder.named(names))));
    List<String> why = new ArrayList<>();
    List<EntryPoint> entryPoints = finder.find(names, idlers, why);
    Set<Urn> reached = reached(entryPoints);
    Assumptions assumptions =
        new Assumptions(new Entrances(ground.reading()), networks, purpose, doubts, drafts);
    boolean assumed = assumptions.link(reached, notes);
    boolean told = hinted.connect();
    if (assumed || told) {
      why.clear();
      entryPoints = finder.find(names, idlers, why);
      reached = reached(entryPoints);
    }
    notes.addAll(why);
    // What a completion adds must not change them: both have the same entry points.
    if (new Dormancy(drafts).resolveDoubts(doubts)) {
      reached = reached(entryPoints);
    }
    boolean opened = instances.leaveOpen();
    if (assumptions.leaveOpen(reached) || opened) {
      reached = reached(entryPoints);
    }
    if (openUndisclosed(reached)) {
      reached = reached(entryPoints);
    }
    idle.findUnbalanced(entryPoints);
    boolean attached = !idle.findUnattached(reached);
    Unneeded unneeded = new Unneeded(drafts);
    unneeded.unknown("charts", declared.unknownCharts()).ifPresent(notes::add);
    unneeded.unknown("kinds of objects", declared.unknownKinds()).ifPresent(notes::add);
    notes.addAll(new Schedules(declared, references, drafts).notes(reached));
    unneeded.note(attached ? reached : reached(entryPoints)).ifPresent(notes::add);
    return new LostEnds(declared, ground.relations(), openEnds, drafts).open(entryPoints, reached);
  }

  /** A plan tells all edges but those of local values; other sources can lose any. */
  private boolean openUndisclosed(Set<Urn> reached) {
    Set<Role> usable =
        ground.source() == Stack.Source.TERRAFORM_PLAN ? Undisclosed.DATA : Undisclosed.ANYTHING;
    return new Undisclosed(usable, doubts, references, ground.texts(), firewalls, drafts)
        .connect(reached);
  }

  private Set<Urn> reached(List<EntryPoint> entryPoints) {
    return reachability.from(entryPoints.stream().map(EntryPoint::need).toList());
  }
}
