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

/** A public subnet for servers, with a way to the internet, and private ones for the database. */
final class Network {
  final Vpc vpc;
  final Subnet publicSubnet;
  final List<Subnet> databaseSubnets;

  private final Output<List<String>> zones;

  Network() {
    zones =
        AwsFunctions.getAvailabilityZones(
                GetAvailabilityZonesArgs.builder().state("available").build())
            .applyValue(found -> found.names());
    vpc =
        new Vpc(
            "network", VpcArgs.builder().cidrBlock("10.0.0.0/16").enableDnsHostnames(true).build());
    publicSubnet = subnet("public-a", "10.0.0.0/24", 0, true);
    routeToInternet();
    databaseSubnets =
        List.of(
            subnet("database-a", "10.0.10.0/24", 0, false),
            subnet("database-b", "10.0.11.0/24", 1, false));
  }

  private Subnet subnet(String name, String cidrBlock, int zone, boolean isPublic) {
    return new Subnet(
        name,
        SubnetArgs.builder()
            .vpcId(vpc.id())
            .cidrBlock(cidrBlock)
            .availabilityZone(zones.applyValue(names -> names.get(zone)))
            .mapPublicIpOnLaunch(isPublic)
            .build());
  }

  private void routeToInternet() {
    var gateway =
        new InternetGateway("internet", InternetGatewayArgs.builder().vpcId(vpc.id()).build());
    var routes =
        new RouteTable(
            "public-routes",
            RouteTableArgs.builder()
                .vpcId(vpc.id())
                .routes(
                    RouteTableRouteArgs.builder()
                        .cidrBlock("0.0.0.0/0")
                        .gatewayId(gateway.id())
                        .build())
                .build());
    new RouteTableAssociation(
        "public-a-routes",
        RouteTableAssociationArgs.builder()
            .subnetId(publicSubnet.id())
            .routeTableId(routes.id())
            .build());
  }
}
