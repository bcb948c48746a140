package clusters;

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
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network over several zones: in each a public subnet for balancers, and a private one for nodes
 * and pods with its own way out, so that no zone needs another.
 */
final class Network extends ComponentResource {
  // By these Kubernetes finds the subnets for its balancers.
  private static final String FOR_PUBLIC_BALANCERS = "kubernetes.io/role/elb";
  private static final String FOR_INTERNAL_BALANCERS = "kubernetes.io/role/internal-elb";

  final List<String> zones;
  final Vpc vpc;
  final List<Subnet> publicSubnets = new ArrayList<>();
  final List<Subnet> privateSubnets = new ArrayList<>();

  /** What leads in and out of the subnets: machines that start before it is there find nothing. */
  final List<Resource> routes = new ArrayList<>();

  private final String name;
  private final String addresses;

  /**
   * @param addresses the first two numbers of the addresses, such as {@code 10.0}
   */
  record Args(String addresses, String region, List<String> zones) {}

  Network(String name, Args args, ComponentResourceOptions options) {
    super("clusters:index:Network", name, options);
    this.name = name;
    addresses = args.addresses();
    zones = args.zones();
    vpc =
        new Vpc(
            name,
            VpcArgs.builder()
                .cidrBlock(addresses + ".0.0/16")
                .enableDnsHostnames(true)
                .tags(Map.of("Name", name))
                .build(),
            child());
    for (int zone = 0; zone < zones.size(); zone++) {
      publicSubnets.add(subnet("public", zone, "%d.0/24".formatted(zone), FOR_PUBLIC_BALANCERS));
      // Every pod has an address in it.
      privateSubnets.add(
          subnet("private", zone, "%d.0/20".formatted(64 + 16 * zone), FOR_INTERNAL_BALANCERS));
    }
    routeOut(args.region());
    registerOutputs(Map.of("vpcId", vpc.id()));
  }

  static Output<List<String>> ids(List<Subnet> subnets) {
    return Output.all(subnets.stream().map(Subnet::id).toList());
  }

  private Subnet subnet(String tier, int zone, String block, String purpose) {
    var subnet = named(tier, zone);
    return new Subnet(
        subnet,
        SubnetArgs.builder()
            .vpcId(vpc.id())
            .cidrBlock(addresses + "." + block)
            .availabilityZone(zones.get(zone))
            .tags(Map.of("Name", subnet, purpose, "1"))
            .build(),
        child());
  }

  private void routeOut(String region) {
    var internet =
        new InternetGateway(
            name + "-internet", InternetGatewayArgs.builder().vpcId(vpc.id()).build(), child());
    var publicRoutes = routes(name + "-public", byDefault().gatewayId(internet.id()).build());
    var privateRoutes = new ArrayList<Output<String>>();
    for (int zone = 0; zone < zones.size(); zone++) {
      use(publicRoutes, publicSubnets.get(zone), named("public", zone));
      // Each zone leaves by a gateway of its own: the loss of one takes the way out from no other.
      var routes =
          routes(
              named("private", zone), byDefault().natGatewayId(nat(zone, internet).id()).build());
      use(routes, privateSubnets.get(zone), named("private", zone));
      privateRoutes.add(routes.id());
    }
    // Packages and the layers of images lie in S3: past the NAT gateways and what they charge for.
    new VpcEndpoint(
        name + "-s3",
        VpcEndpointArgs.builder()
            .vpcId(vpc.id())
            .vpcEndpointType("Gateway")
            .serviceName("com.amazonaws." + region + ".s3")
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
            .allocationId(address.id())
            .tags(Map.of("Name", gateway))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(internet).build());
  }

  private static RouteTableRouteArgs.Builder byDefault() {
    return RouteTableRouteArgs.builder().cidrBlock("0.0.0.0/0");
  }

  private RouteTable routes(String table, RouteTableRouteArgs route) {
    return new RouteTable(
        table,
        RouteTableArgs.builder().vpcId(vpc.id()).routes(route).tags(Map.of("Name", table)).build(),
        child());
  }

  private void use(RouteTable routes, Subnet subnet, String association) {
    this.routes.add(
        new RouteTableAssociation(
            association,
            RouteTableAssociationArgs.builder()
                .subnetId(subnet.id())
                .routeTableId(routes.id())
                .build(),
            child()));
  }

  private String named(String tier, int zone) {
    var full = zones.get(zone);
    return name + "-" + tier + "-" + full.charAt(full.length() - 1);
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
