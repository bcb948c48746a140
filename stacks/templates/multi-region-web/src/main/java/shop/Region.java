package shop;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** One of the regions, with all that it takes to serve users from there alone. */
final class Region {
  final String name;
  final Provider provider;
  final Network network;
  final Firewall firewall;

  private final Settings settings;

  /**
   * @param name such as {@code us-east-1}
   * @param addresses the first two numbers of its addresses; no two regions have the same, so that
   *     their networks can be joined some day
   */
  Region(String name, String addresses, Settings settings) {
    this.name = name;
    this.settings = settings;
    provider =
        new Provider(
            name,
            ProviderArgs.builder()
                .region(name)
                .defaultTags(
                    ProviderDefaultTagsArgs.builder()
                        .tags(Map.of("service", settings.stack()))
                        .build())
                .build());
    network = new Network(name("network"), new Network.Args(addresses), options());
    firewall =
        new Firewall(
            name("firewall"),
            new Firewall.Args(network.vpc.id(), settings.containerPort()),
            options());
  }

  /** Starts the servers, which use this region's copy of all data, behind a balancer. */
  Balancer serve(
      Output<String> certificateArn, Catalogue.Copy catalogue, Orders orders, Uploads uploads) {
    var balancer =
        new Balancer(
            name("balancer"),
            new Balancer.Args(
                network,
                firewall.balancer,
                certificateArn,
                name("servers"),
                settings.containerPort(),
                settings.healthPath(),
                settings.deletionProtection()),
            options());
    var data = new WebTier.Data(catalogue, orders.table, uploads.in(this));
    new WebTier(
        name("web"),
        new WebTier.Args(name, network, firewall.web, balancer, data, settings),
        options());
    new Alarms(
        name("alarms"),
        new Alarms.Args(balancer, catalogue, settings.minServers(), settings.alarmEmail()),
        options());
    return balancer;
  }

  /** The name of something in this region. */
  String name(String thing) {
    return name + "-" + thing;
  }

  ComponentResourceOptions options() {
    return ComponentResourceOptions.builder().providers(provider).build();
  }
}
