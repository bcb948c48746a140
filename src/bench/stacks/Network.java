package dev.cutset.bench.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network over three zones, and the name under which its services are found. */
final class Network {
  final Stack.Site site;
  final String name;
  final Made vpc;
  final Made zone;
  final List<Made> open = new ArrayList<>();
  final List<Made> closed = new ArrayList<>();

  Network(Stack.Site site, String name, boolean small) {
    this.site = site;
    this.name = name;
    vpc = put("aws_vpc", "", "cidr_block", "10.0.0.0/16", "enable_dns_hostnames", true);
    Made gateway = put("aws_internet_gateway", "", "vpc_id", vpc.ref("id"));
    for (int i = 0; i < 3; i++) {
      open.add(subnet("open", i));
    }
    zone = put("aws_route53_zone", "", "name", name + ".example.com");
    if (small) {
      closed.addAll(open);
      return;
    }
    Made outside = routes("open", "gateway_id", gateway.ref("id"));
    boolean lonely = site.chance(20);
    List<Made> gateways = new ArrayList<>();
    for (int i = 0; i < (lonely ? 1 : 3); i++) {
      Made address = put("aws_eip", "-nat-" + i);
      gateways.add(
          put(
              "aws_nat_gateway",
              "-" + i,
              "allocation_id",
              address.ref("id"),
              "subnet_id",
              open.get(i).ref("id")));
    }
    for (int i = 0; i < 3; i++) {
      associate("open-" + i, open.get(i), outside);
      closed.add(subnet("closed", i));
      Made gate = gateways.get(i % gateways.size());
      associate(
          "closed-" + i, closed.get(i), routes("closed-" + i, "nat_gateway_id", gate.ref("id")));
    }
  }

  private Made subnet(String kind, int i) {
    return put(
        "aws_subnet",
        "-" + kind + "-" + i,
        "vpc_id",
        vpc.ref("id"),
        "cidr_block",
        "10.0." + (kind.equals("open") ? i : i + 16) + ".0/24",
        "availability_zone",
        "eu-west-1" + "abc".charAt(i));
  }

  private Made routes(String kind, String way, Made.Reference gateway) {
    return put(
        "aws_route_table",
        "-" + kind,
        "vpc_id",
        vpc.ref("id"),
        "route",
        List.of(map("cidr_block", "0.0.0.0/0", way, gateway)));
  }

  private void associate(String kind, Made subnet, Made routes) {
    site.put(
        site.make("aws_route_table_association", name + "-" + kind)
            .with("subnet_id", subnet.ref("id"))
            .with("route_table_id", routes.ref("id")));
  }

  private Made put(String type, String suffix, Object... properties) {
    Made made = site.make(type, name + suffix);
    made.properties().putAll(map(properties));
    return site.put(made.with("tags", tags(name + suffix)));
  }

  static List<Object> ids(List<Made> resources) {
    List<Object> ids = new ArrayList<>();
    resources.forEach(made -> ids.add(made.ref("id")));
    return ids;
  }

  static Map<String, Object> tags(String name) {
    return map(
        "Name", name, "Environment", "production", "ManagedBy", "terraform", "CostCenter", "4711");
  }

  /** A map in the order in which it is written. */
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
