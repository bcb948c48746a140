package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.Copies;
import dev.cutset.catalog.ResourceType.Labels;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom something that computes is there for when no entry point leads to it: others, whose way in
 * is not in this stack, or the people who run it.
 *
 * <p>Groups, services and workloads are kept running by something, which nobody arranges for a
 * machine that may be gone. A single machine is there for others if it admits them, works on their
 * data, or is called what users come to.
 */
final class Purpose {
  private static final Set<Role> OF_OTHERS =
      EnumSet.of(Role.DATABASE, Role.CACHE, Role.QUEUE, Role.COORDINATOR);
  private static final Set<Evidence.Kind> TELLING =
      EnumSet.of(
          Evidence.Kind.HINT, Evidence.Kind.OUTPUT, Evidence.Kind.LITERAL, Evidence.Kind.FIREWALL);
  private static final List<PropertyPath> NAMES =
      List.of(
          PropertyPath.of("name"),
          PropertyPath.of("tags.Name"),
          PropertyPath.of("tags.name"),
          PropertyPath.of("metadata.name"));
  private static final PropertyPath NAMESPACE = PropertyPath.of("metadata.namespace");
  private static final String WAYS_IN = "bastion|jump[-_. ]?(?:box|host|server)";
  private static final Pattern WAY_IN = Pattern.compile(WAYS_IN);

  /** What stands last is what sets others up. */
  private static final Pattern TOOL =
      Pattern.compile(
          WAYS_IN
              + "|github[-_. ]?actions?|gitlab[-_. ]?(?:ci|runner)"
              + "|work[-_. ]?station|play[-_. ]?ground|dev[-_. ]?box|sandbox"
              + "|(?<![a-z])(?:ci|cicd|runners?|build|builder|builds|buildkite|jenkins|teamcity"
              + "|packer|kali|lab|desktop)(?![a-z])"
              + "|(?<![a-z])(?:ansible|puppet|chef)[-_. ]?"
              + "(?:master|server|controller|control[-_. ]?node|host|machine|tower)(?![a-z])"
              + "|(?:^|\\.)(?:ansible|puppet|chef)(?:\\[\\d+])?$");

  private static final Pattern WATCHES =
      Pattern.compile(
          "(?<![a-z])(?:grafana|kibana|prometheus|alert-?manager|zabbix|nagios|monitor|monitoring"
              + "|observability|jaeger|netdata)(?![a-z])");
  private static final Pattern TUNNEL =
      Pattern.compile("(?<![a-z])(?:open|client-?)?vpn(?![a-z])|wireguard|pritunl");
  private static final Pattern SERVER =
      Pattern.compile(
          "(?<![a-z])(?:web|www|api|app|http|front-?end|back-?end|nginx|apache|httpd|tomcat"
              + "|wordpress)(?:server|site|app)?s?(?![a-z])");
  private static final Pattern OF_CLUSTER =
      Pattern.compile(
          "(?<![a-z])(?:cluster-?autoscaler|karpenter|metrics-?server|external-?dns|cert-?manager"
              + "|coredns|kube-proxy|aws-load-balancer-controller|ebs-csi|efs-csi|sealed-secrets"
              + "|external-secrets|reloader|node-?problem-?detector|kubernetes-dashboard|linkerd|istiod)"
              + "(?![a-z])");

  private final Reading reading;
  private final Texts texts;
  private final Firewalls firewalls;
  private final Networks networks;
  private final Drafts drafts;
  private @Nullable Set<Optional<String>> withData;

  Purpose(Reading reading, Texts texts, Firewalls firewalls, Networks networks, Drafts drafts) {
    this.reading = reading;
    this.texts = texts;
    this.firewalls = firewalls;
    this.networks = networks;
    this.drafts = drafts;
  }

  /** Whether others wait for what it does. */
  boolean servesOthers(Draft draft) {
    return draft.is(Role.COMPUTE)
        && !draft.copy()
        && !draft.replicas().isEmpty()
        && !isTool(draft)
        && !isOfCluster(draft)
        && (!isMachine(draft) || isServer(draft));
  }

  /** One copy by its very type, which nothing replaces: a server, a bare pod. */
  static boolean isMachine(Draft draft) {
    List<Copies> cases = draft.known().type().copies();
    return draft.replicas().stream().anyMatch(Replica::failsAlone)
        && cases.stream()
            .allMatch(one -> one.count() instanceof Copies.Fixed fixed && fixed.copies() <= 1);
  }

  private boolean isServer(Draft draft) {
    return isAskedByOthers(draft) || isWithData(draft) || isNamed(draft, SERVER);
  }

  private boolean isAskedByOthers(Draft draft) {
    return firewalls.admitsOthers(draft.known())
        || draft.needs().stream().flatMap(Purpose::singles).anyMatch(this::isWork);
  }

  private boolean isWork(Need.On need) {
    return TELLING.contains(need.evidence().kind())
        && drafts
            .find(need.component())
            .flatMap(Draft::role)
            .filter(OF_OTHERS::contains)
            .isPresent();
  }

  /** The components that a need names. */
  static Stream<Need.On> singles(Need need) {
    return need instanceof Need.On on
        ? Stream.of(on)
        : need.parts().stream().flatMap(Purpose::singles);
  }

  /** Whether it is in a network with data of which nobody else there can be the user. */
  private boolean isWithData(Draft draft) {
    Set<Optional<String>> with = withData;
    if (with == null) {
      with = networksWithData();
      withData = with;
    }
    return with.contains(networks.of(draft.known()));
  }

  private Set<Optional<String>> networksWithData() {
    Set<Urn> used = new Reachability(drafts).used();
    Set<Optional<String>> with = new HashSet<>();
    for (Draft draft : drafts.all()) {
      if (draft.is(Role.DATABASE)
          && Networks.concerns(draft.known())
          && !draft.copy()
          && !used.contains(draft.urn())) {
        with.add(networks.of(draft.known()));
      }
    }
    for (Draft draft : drafts.all()) {
      if (draft.is(Role.COMPUTE) && !isMachine(draft)) {
        with.remove(networks.of(draft.known()));
      }
    }
    return with;
  }

  /** Whether users have their work done by it; what they only pass through uses no data. */
  boolean worksForUsers(Draft draft) {
    return !isTool(draft) && !isNamed(draft, TUNNEL);
  }

  /** Whether two are in one network, as far as this stack tells. */
  boolean sharesNetwork(Draft one, Draft other) {
    return Networks.concerns(one.known())
        && networks.of(one.known()).equals(networks.of(other.known()));
  }

  /** A machine of those who run the stack, which their users can do without. */
  boolean isToolMachine(Draft draft) {
    return draft.is(Role.COMPUTE) && isMachine(draft) && (isTool(draft) || watches(draft));
  }

  /** What engineers come in by, what builds, and what sets others up. */
  private boolean isTool(Draft draft) {
    return isNamed(draft, TOOL);
  }

  /** What only engineers come in by: who is told of its address lets them in from there. */
  static boolean isWayIn(Draft draft) {
    return draft.is(Role.COMPUTE) && isMachine(draft) && holds(draft.name(), WAY_IN);
  }

  private boolean watches(Draft draft) {
    return isNamed(draft, WATCHES);
  }

  /** What serves the cluster itself: agents on each node, and controllers of its own. */
  private boolean isOfCluster(Draft draft) {
    if (draft.known().type().labels().flatMap(Labels::carries).isEmpty()) {
      return false;
    }
    return draft.replicas().stream().noneMatch(Replica::failsAlone) || isController(draft);
  }

  private boolean isController(Draft draft) {
    return reading.text(draft.known(), NAMESPACE).filter(n -> n.startsWith("kube-")).isPresent()
        || isNamed(draft, OF_CLUSTER);
  }

  /** Whether it leads to nothing but controllers of the cluster, which only the cluster calls. */
  boolean leadsToControllers(Draft draft) {
    if (!draft.is(Role.GATEWAY) || draft.balanced().isEmpty()) {
      return false;
    }
    for (Urn urn : draft.balanced()) {
      if (drafts.find(urn).filter(this::isController).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether this is what something is called that serves the cluster itself. */
  static boolean isNameOfCluster(String name) {
    return holds(name, OF_CLUSTER);
  }

  /** Whether it, or one that says for it what it is, has a name like that. */
  boolean isNamed(Draft draft, Pattern like) {
    if (holds(draft.name(), like)) {
      return true;
    }
    for (Known sayer : texts.sayers(draft.known())) {
      if (holds(sayer.name(), like)) {
        return true;
      }
      for (PropertyPath path : NAMES) {
        Optional<String> name = reading.text(sayer, path);
        if (name.isPresent() && holds(name.get(), like)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(String name, Pattern like) {
    return like.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}
