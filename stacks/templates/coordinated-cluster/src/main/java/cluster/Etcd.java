package cluster;

import com.pulumi.aws.ecr.PullThroughCacheRule;
import com.pulumi.aws.ecr.PullThroughCacheRuleArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An odd number of etcd nodes that agree by majority, dealt out over the zones so that no zone
 * holds one: the loss of any zone leaves enough to go on, and what was lost comes back by itself.
 */
final class Etcd extends ComponentResource {
  static final int CLIENT_PORT = 2379;
  static final int PEER_PORT = 2380;

  private static final String UPSTREAM = "quay.io";
  private static final String IMAGE = "coreos/etcd:v3.5.21";

  private final String name;
  private final Group members;
  private final List<String> addresses;
  private final Topic alarms;

  /**
   * @param cluster the name of the cluster, by which its nodes are told from those of others
   */
  record Args(String cluster, Network network, int nodes, String nodeType) {}

  Etcd(String name, Args args, ComponentResourceOptions options) {
    super("cluster:index:Etcd", name, options);
    this.name = name;
    var network = args.network();
    members =
        new Group(name + "-members", new Group.Args(network.vpc.id(), "etcd nodes"), component());
    members.admit(members, PEER_PORT);
    members.reachWorld();
    // Every node has to know all the others before any of them exists: their addresses are fixed.
    addresses =
        IntStream.range(0, args.nodes())
            .mapToObj(node -> network.fixedAddress(zone(node, args), node))
            .toList();
    alarms =
        new Topic(
            name + "-alarms",
            TopicArgs.builder().displayName("What is wrong with " + args.cluster()).build(),
            child());
    var image = image(args);
    var profile =
        new NodeProfile(name + "-profile", new NodeProfile.Args(args.cluster()), component());
    for (int node = 0; node < args.nodes(); node++) {
      int zone = zone(node, args);
      new EtcdNode(
          nodeName(node),
          new EtcdNode.Args(
              args.cluster(),
              network.zones.get(zone),
              network.privateSubnets.get(zone),
              addresses.get(node),
              peers(),
              args.nodeType(),
              image,
              members,
              profile,
              alarms),
          component());
    }
    new Backups(name + "-backups", new Backups.Args(args.cluster()), component());
    registerOutputs(Map.of("endpoints", Output.of(endpoints())));
  }

  /** The addresses of all nodes, as clients want them: they go to the next when one is gone. */
  String endpoints() {
    return addresses.stream()
        .map(address -> "https://%s:%d".formatted(address, CLIENT_PORT))
        .collect(Collectors.joining(","));
  }

  Output<String> alarms() {
    return alarms.arn();
  }

  void admit(Group clients) {
    members.admit(clients, CLIENT_PORT);
  }

  private static int zone(int node, Args args) {
    return node % args.network().zones.size();
  }

  private String nodeName(int node) {
    return name + "-" + (node + 1);
  }

  private String peers() {
    return IntStream.range(0, addresses.size())
        .mapToObj(i -> "%s=https://%s:%d".formatted(nodeName(i), addresses.get(i), PEER_PORT))
        .collect(Collectors.joining(","));
  }

  // A node that comes back must not need another's registry: the image stays here once pulled.
  private Output<String> image(Args args) {
    var cache =
        new PullThroughCacheRule(
            name + "-images",
            PullThroughCacheRuleArgs.builder()
                .ecrRepositoryPrefix(args.cluster())
                .upstreamRegistryUrl(UPSTREAM)
                .build(),
            child());
    return Output.tuple(cache.registryId(), cache.ecrRepositoryPrefix())
        .applyValue(
            rule ->
                "%s.dkr.ecr.%s.amazonaws.com/%s/%s"
                    .formatted(rule.t1, args.network().region, rule.t2, IMAGE));
  }

  private ComponentResourceOptions component() {
    return ComponentResourceOptions.builder().parent(this).build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
