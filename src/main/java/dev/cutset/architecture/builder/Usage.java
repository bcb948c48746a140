package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.ResourceType.Labels;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Infers what a component uses from its texts: an output that went into them, or the literal name
 * or address of something in the stack.
 */
final class Usage {
  private static final Set<Role> USABLE =
      EnumSet.of(
          Role.GATEWAY,
          Role.COMPUTE,
          Role.DATABASE,
          Role.CACHE,
          Role.QUEUE,
          Role.STORAGE,
          Role.COORDINATOR);
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]+");
  private static final int TELLING = 7;
  private static final Pattern NUMBERING =
      Pattern.compile("(?:\\[\\d+]|[-_ ]?\\d+[a-z]?|[-_ ][a-z]|[-_ ][a-z]{2}-[a-z]+-\\d[a-z]?)$");
  private static final Pattern INSTANCE = Pattern.compile("\\[[^\\[\\]]*]$");
  private static final Pattern KEY = Pattern.compile("\\[\"?([^\\[\\]\"]*)\"?]");
  private static final int DEEPEST = 4;
  private static final String SCHEME = "://";
  private static final String CLAIM = "claim";

  private final References references;
  private final Texts texts;
  private final SelfRun selfRun;
  private final Drafts drafts;
  private final Reachability reachability;

  Usage(References references, Texts texts, SelfRun selfRun, Drafts drafts) {
    this.references = references;
    this.texts = texts;
    this.selfRun = selfRun;
    this.drafts = drafts;
    this.reachability = new Reachability(drafts);
  }

  /** What one draft, or one node of it, uses, and who is told that it needs it. */
  private record Use(Draft draft, Map<Draft, Evidence> used, Consumer<Need> needs) {}

  void infer() {
    // All is read before anything is linked: what is declared tells what is before what.
    List<Use> uses = new ArrayList<>();
    for (Draft draft : drafts.all()) {
      if (draft.nodes().size() == 1) {
        add(uses, new Use(draft, usedBy(draft.known(), draft), draft::need));
      } else {
        for (Known node : draft.nodes()) {
          add(uses, new Use(draft, usedBy(node, draft), n -> draft.needByNode(node, n)));
        }
      }
    }
    uses.forEach(use -> connect(use.draft(), use.used(), use.needs()));
  }

  private static void add(List<Use> uses, Use use) {
    if (!use.used().isEmpty()) {
      uses.add(use);
    }
  }

  private Map<Draft, Evidence> usedBy(Known known, Draft draft) {
    Map<Draft, Evidence> used = new LinkedHashMap<>();
    for (Texts.Source source : texts.sources(known)) {
      if (!source.isImage()) {
        read(source, used);
      }
    }
    used.remove(draft);
    used.keySet()
        .removeIf(
            other -> isBefore(other, draft) || runsOn(other, draft) || Purpose.isWayIn(other));
    used.entrySet()
        .removeIf(
            entry ->
                entry.getValue().kind() == Evidence.Kind.OUTPUT && isTwin(draft, entry.getKey()));
    return used;
  }

  /** Whether it is the way in to the other, which is told of it as of its own address. */
  private boolean isBefore(Draft gateway, Draft draft) {
    return gateway.is(Role.GATEWAY)
        && draft.is(Role.COMPUTE)
        && reachability.below(List.of(gateway.urn())).contains(draft.urn());
  }

  /** Whether it is a cluster whose nodes these are: it goes on with any of them. */
  private static boolean runsOn(Draft cluster, Draft nodes) {
    return cluster.is(Role.CONTROL_PLANE) && cluster.balanced().contains(nodes.urn());
  }

  /**
   * Whether both are instances of one resource of Terraform, which cannot refer to each other: a
   * state says of neither which of the network cards that are counted like them is its own.
   */
  static boolean isTwin(Draft draft, Draft other) {
    String name = INSTANCE.matcher(draft.name()).replaceFirst("");
    return !name.equals(draft.name())
        && name.equals(INSTANCE.matcher(other.name()).replaceFirst(""))
        && draft.known().resource().type().equals(other.known().resource().type());
  }

  private void read(Texts.Source source, Map<Draft, Evidence> used) {
    String property = source.path().property();
    String where = source.named();
    follow(
        Texts.opaque(source)
            ? references.linked(source.said().resource(), property)
            : references.told(source.said().resource(), property, Texts.in(source)),
        new Evidence(Evidence.Kind.OUTPUT, "an output of it is used in " + where),
        used,
        new LinkedHashSet<>(),
        0);
    for (String text : Texts.in(source)) {
      Matcher words = WORD.matcher(text);
      while (words.find()) {
        named(words.group()).stream()
            .filter(
                known ->
                    words.group().length() >= TELLING
                        || isAddressed(known)
                        || isVolume(source, known))
            .forEach(
                known ->
                    add(
                        known,
                        new Evidence(Evidence.Kind.LITERAL, "its name or address is in " + where),
                        used));
      }
    }
  }

  /** The name of a service is its address, however short it is. */
  private static boolean isAddressed(Known known) {
    return known.type().labels().flatMap(Labels::selects).isPresent()
        || known.type().facts().containsKey("family");
  }

  /** So is that of a claim where a workload names its volumes. */
  private static boolean isVolume(Texts.Source source, Known known) {
    List<String> steps = source.path().steps();
    return steps.get(steps.size() - 1).equals("persistentVolumeClaim")
        && known.type().facts().containsKey(CLAIM);
  }

  private List<Known> named(String word) {
    int scheme = word.indexOf(SCHEME);
    List<Known> found = references.named(word);
    if (scheme > 0) {
      // The address of a queue is a name as a whole: its host is that of all queues.
      return found.isEmpty() ? named(host(word.substring(scheme + SCHEME.length()))) : found;
    }
    if (found.isEmpty() && word.indexOf(':') > 0) {
      found = references.named(word.substring(0, word.indexOf(':')));
    }
    // The first label of an address in the cloud is the name of what is there.
    if (found.isEmpty() && word.contains(".amazonaws.com")) {
      found = references.named(word.substring(0, word.indexOf('.')));
    }
    // Within a cluster the first label of an address is the name of a service.
    if (found.isEmpty() && word.contains(".svc")) {
      found = references.named(word.substring(0, word.indexOf('.')));
    }
    return found.isEmpty() ? references.family(word).map(List::of).orElse(found) : found;
  }

  private static String host(String address) {
    int path = address.indexOf('/');
    return path < 0 ? address : address.substring(0, path);
  }

  /** Follows edges through resources that carry values and do nothing else: secrets, parameters. */
  private void follow(
      List<Known> linked,
      Evidence evidence,
      Map<Draft, Evidence> used,
      Set<Known> seen,
      int depth) {
    for (Known known : linked) {
      if (!seen.add(known) || depth > DEEPEST) {
        continue;
      }
      if (!add(known, evidence, used) && isCarrier(known)) {
        for (Known sayer : texts.sayers(known)) {
          for (String property : properties(sayer)) {
            follow(references.linked(sayer.resource(), property), evidence, used, seen, depth + 1);
          }
        }
      }
    }
  }

  /** Those with edges; where edges belong to no property, those that carry values. */
  private static Iterable<String> properties(Known carrier) {
    Set<String> told = carrier.resource().propertyDependencies().keySet();
    return told.isEmpty()
        ? carrier.type().reads().stream().map(PropertyPath::property).toList()
        : told;
  }

  private static boolean isCarrier(Known known) {
    return known.type().role().isEmpty() && !known.type().reads().isEmpty();
  }

  private boolean add(Known known, Evidence evidence, Map<Draft, Evidence> used) {
    boolean usable = false;
    for (Known meant : references.meant(known)) {
      Optional<Draft> draft =
          drafts.find(meant.urn()).filter(d -> d.role().filter(USABLE::contains).isPresent());
      draft.ifPresent(d -> used.putIfAbsent(d, evidence));
      usable |= draft.isPresent();
    }
    return usable;
  }

  private void connect(Draft draft, Map<Draft, Evidence> used, Consumer<Need> needs) {
    boolean balances =
        selfRun.mayBalance(draft) && used.keySet().stream().anyMatch(d -> d.is(Role.COMPUTE));
    if (balances) {
      selfRun.settle(draft);
    }
    Map<String, List<Need>> alike = new LinkedHashMap<>();
    for (Map.Entry<Draft, Evidence> entry : used.entrySet()) {
      Draft other = entry.getKey();
      Need need = new Need.On(other.urn(), entry.getValue());
      if (other.cold() || isOwnVolume(draft, other)) {
        continue;
      }
      if (balances && other.is(Role.COMPUTE)) {
        draft.balance(other.urn(), need);
      } else if (other.is(Role.COMPUTE) || other.is(Role.GATEWAY)) {
        String stem = stem(other);
        alike.putIfAbsent(stem, new ArrayList<>());
        alike.get(stem).add(need);
      } else {
        needs.accept(need);
      }
    }
    // Things numbered alike do the same work, and whoever is told of all of them tries the next.
    for (List<Need> equals : alike.values()) {
      needs.accept(Need.any(equals, Failover.CLIENT));
    }
  }

  /** A single copy and its volume are one thing; only what several copies share comes between. */
  private static boolean isOwnVolume(Draft draft, Draft other) {
    return draft.replicas().size() == 1 && other.known().type().facts().containsKey(CLAIM);
  }

  /**
   * A name without the number or letter that tells it from its equals, also in the keys of
   * instances, its own and those of the modules that it is in.
   */
  static String stem(Draft draft) {
    String name = draft.name();
    String alike =
        name.indexOf('[') < 0
            ? name
            : KEY.matcher(name)
                .replaceAll(key -> Matcher.quoteReplacement("[" + numberless(key.group(1)) + "]"));
    return draft.known().resource().type() + " " + numberless(alike);
  }

  /** A name without the keys of instances, which all those have that one block makes. */
  static String family(Draft draft) {
    return draft.known().resource().type()
        + " "
        + numberless(KEY.matcher(draft.name()).replaceAll(""));
  }

  private static String numberless(String name) {
    return NUMBERING.matcher(name).replaceFirst("");
  }
}
