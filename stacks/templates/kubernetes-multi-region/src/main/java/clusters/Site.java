package clusters;

import com.pulumi.aws.lb.LbFunctions;
import com.pulumi.aws.lb.inputs.GetHostedZoneIdArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** All that serves in one region; it needs nothing of another. */
final class Site extends ComponentResource {
  /** The name of the balancer, and the zone that AWS keeps for the names of such. */
  final Output<String> address;

  final Output<String> hostedZone;
  final Output<String> kubeconfig;

  /**
   * @param addresses the first two numbers of the addresses in the network, such as {@code 10.0}
   */
  record Args(
      Settings settings, String region, String addresses, Output<String> certificate, Data data) {}

  Site(String name, Args args, ComponentResourceOptions options) {
    super("clusters:index:Site", name, options);
    var settings = args.settings();
    var zones = settings.zones().stream().map(letter -> args.region() + letter).toList();
    var network =
        new Network(
            name + "-network",
            new Network.Args(args.addresses(), args.region(), zones),
            component());
    var cluster =
        new Cluster(
            name + "-cluster", new Cluster.Args(settings, args.region(), network), component());
    kubeconfig = cluster.kubeconfig;
    var kubernetes =
        new Provider(
            name + "-kubernetes",
            ProviderArgs.builder().kubeconfig(kubeconfig).enableServerSideApply(true).build(),
            // What runs in the cluster needs nodes to run on, and their network.
            CustomResourceOptions.builder().parent(this).dependsOn(cluster.ready()).build());
    new TableAccess(
        name + "-access",
        new TableAccess.Args(cluster.name, args.data(), Workload.NAMESPACE, Workload.NAME),
        component());
    var workload =
        new Workload(
            name + "-workload",
            new Workload.Args(
                settings, args.region(), zones.size(), args.certificate(), args.data()),
            ComponentResourceOptions.builder().parent(this).providers(kubernetes).build());
    address = workload.address;
    hostedZone =
        LbFunctions.getHostedZoneId(
                GetHostedZoneIdArgs.builder()
                    .loadBalancerType("network")
                    .region(args.region())
                    .build(),
                InvokeOptions.builder().parent(this).build())
            .applyValue(zone -> zone.id());
    registerOutputs(Map.of("address", address));
  }

  private ComponentResourceOptions component() {
    return ComponentResourceOptions.builder().parent(this).build();
  }
}
