package shop;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.ec2.inputs.RouteTableRouteArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesFilterArgs;
import com.pulumi.aws.inputs.GetRegionArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network over three zones: in each a public subnet for gateways, a private one for servers with
 * its own way out, and one for data with no way out at all.
 */
final class Network extends ComponentResource {
  static final int ZONES = 3;

  /** Such as {@code us-east-1}. */
  final Output<String> region;

  final Vpc vpc;
  final List<Subnet> publicSubnets = new ArrayList<>();
  final List<Subnet> privateSubnets = new ArrayList<>();
  final List<Subnet> dataSubnets = new ArrayList<>();

  private final String name;
  private final String addresses;
  private final Output<List<String>> zones;

  /**
   * @param addresses the first two numbers of the addresses, such as {@code 10.0}
   */
  record Args(String addresses) {}

  Network(String name, Args args) {
    super("shop:index:Network", name, ComponentResourceOptions.Empty);
    this.name = name;
    this.addresses = args.addresses();
    region =
        AwsFunctions.getRegion(GetRegionArgs.Empty, lookup()).applyValue(found -> found.name());
    zones = zones();
    vpc =
        new Vpc(
            name,
            VpcArgs.builder()
                .cidrBlock(addresses + ".0.0/16")
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(Map.of("Name", name))
                .build(),
            child());
    for (int zone = 0; zone < ZONES; zone++) {
      publicSubnets.add(subnet("public", zone, "%d.0/24".formatted(zone)));
      dataSubnets.add(subnet("data", zone, "%d.0/24".formatted(16 + zone)));
      privateSubnets.add(subnet("private", zone, "%d.0/20".formatted(64 + 16 * zone)));
    }
    routeOut();
    registerOutputs(Map.of("vpcId", vpc.id()));
  }

  /** The name of a zone, by the place of its subnets in the lists. */
  Output<String> zone(int index) {
    return zones.applyValue(names -> names.get(index));
  }

  static Output<List<String>> ids(List<Subnet> subnets) {
    return Output.all(subnets.stream().map(Subnet::id).toList());
  }

  private Output<List<String>> zones() {
    // Local Zones are listed too, once somebody has opted in to them, and are no place for this.
    var query =
        GetAvailabilityZonesArgs.builder()
            .state("available")
            .filters(
                GetAvailabilityZonesFilterArgs.builder()
                    .name("opt-in-status")
                    .values("opt-in-not-required")
                    .build())
            .build();
    return AwsFunctions.getAvailabilityZones(query, lookup())
        .applyValue(
            found -> {
              if (found.names().size() < ZONES) {
                throw new IllegalArgumentException(
                    "the region has %d zones, this network wants %d"
                        .formatted(found.names().size(), ZONES));
              }
              return found.names();
            });
  }

  private Subnet subnet(String tier, int zone, String block) {
    var subnet = named(tier, zone);
    return new Subnet(
        subnet,
        SubnetArgs.builder()
            .vpcId(vpc.id())
            .cidrBlock(addresses + "." + block)
            .availabilityZone(zone(zone))
            .tags(Map.of("Name", subnet))
            .build(),
        child());
  }

  private void routeOut() {
    var internet =
        new InternetGateway(
            name + "-internet", InternetGatewayArgs.builder().vpcId(vpc.id()).build(), child());
    var publicRoutes = routes(name + "-public", defaultRoute().gatewayId(internet.id()).build());
    var privateRoutes = new ArrayList<Output<String>>();
    for (int zone = 0; zone < ZONES; zone++) {
      use(publicRoutes, publicSubnets.get(zone), named("public", zone));
      // Each zone leaves by a gateway of its own: the loss of one takes the way out from no other.
      var nat = nat(zone, internet);
      var routes = routes(named("private", zone), defaultRoute().natGatewayId(nat.id()).build());
      use(routes, privateSubnets.get(zone), named("private", zone));
      privateRoutes.add(routes.id());
    }
    // Packages and image layers come from S3, past the NAT gateways and what they charge for.
    new VpcEndpoint(
        name + "-s3",
        VpcEndpointArgs.builder()
            .vpcId(vpc.id())
            .vpcEndpointType("Gateway")
            .serviceName(Output.format("com.amazonaws.%s.s3", region))
            .routeTableIds(Output.all(privateRoutes))
            .build(),
        child());
  }

  private NatGateway nat(int zone, InternetGateway internet) {
    var gateway = named("nat", zone);
    var address = new Eip(gateway, EipArgs.builder().domain("vpc").build(), child());
    return new NatGateway(
        gateway,
        NatGatewayArgs.builder()
            .subnetId(publicSubnets.get(zone).id())
            .allocationId(address.allocationId())
            .tags(Map.of("Name", gateway))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(internet).build());
  }

  private static RouteTableRouteArgs.Builder defaultRoute() {
    return RouteTableRouteArgs.builder().cidrBlock("0.0.0.0/0");
  }

  private RouteTable routes(String table, RouteTableRouteArgs route) {
    return new RouteTable(
        table,
        RouteTableArgs.builder().vpcId(vpc.id()).routes(route).tags(Map.of("Name", table)).build(),
        child());
  }

  private void use(RouteTable routes, Subnet subnet, String association) {
    new RouteTableAssociation(
        association,
        RouteTableAssociationArgs.builder().routeTableId(routes.id()).subnetId(subnet.id()).build(),
        child());
  }

  private String named(String tier, int zone) {
    return name + "-" + tier + "-" + "abc".charAt(zone);
  }

  private InvokeOptions lookup() {
    return InvokeOptions.builder().parent(this).build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
