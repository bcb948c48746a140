package shop;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.RouteTableRouteArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
import com.pulumi.core.Output;
import java.util.List;

/** Public subnets in three zones of a region, with a way to the internet. */
final class Network {
  final Vpc vpc;
  final List<Subnet> publicSubnets;

  private final Region region;
  private final Output<List<String>> zones;

  Network(Region region) {
    this.region = region;
    zones =
        AwsFunctions.getAvailabilityZones(
                GetAvailabilityZonesArgs.builder().state("available").build(), region.lookup())
            .applyValue(found -> found.names());
    vpc =
        new Vpc(
            region.name("network"),
            VpcArgs.builder().cidrBlock(region.address("0.0/16")).enableDnsHostnames(true).build(),
            region.options());
    publicSubnets =
        List.of(
            publicSubnet("public-a", "0.0/24", 0),
            publicSubnet("public-b", "1.0/24", 1),
            publicSubnet("public-c", "2.0/24", 2));
    routeToInternet();
  }

  private Subnet publicSubnet(String name, String address, int zone) {
    return new Subnet(
        region.name(name),
        SubnetArgs.builder()
            .vpcId(vpc.id())
            .cidrBlock(region.address(address))
            .availabilityZone(zones.applyValue(names -> names.get(zone)))
            .mapPublicIpOnLaunch(true)
            .build(),
        region.options());
  }

  private void routeToInternet() {
    var gateway =
        new InternetGateway(
            region.name("internet"),
            InternetGatewayArgs.builder().vpcId(vpc.id()).build(),
            region.options());
    var routes =
        new RouteTable(
            region.name("public-routes"),
            RouteTableArgs.builder()
                .vpcId(vpc.id())
                .routes(
                    RouteTableRouteArgs.builder()
                        .cidrBlock("0.0.0.0/0")
                        .gatewayId(gateway.id())
                        .build())
                .build(),
            region.options());
    for (int i = 0; i < publicSubnets.size(); i++) {
      new RouteTableAssociation(
          region.name("public-" + "abc".charAt(i) + "-routes"),
          RouteTableAssociationArgs.builder()
              .subnetId(publicSubnets.get(i).id())
              .routeTableId(routes.id())
              .build(),
          region.options());
    }
  }
}
