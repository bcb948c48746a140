package dev.cutset.bench.stacks;

import static dev.cutset.bench.stacks.Network.ids;
import static dev.cutset.bench.stacks.Network.map;
import static dev.cutset.bench.stacks.Network.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of which services are made, in one network. */
final class Parts {
  final Stack.Site site;
  final Network network;

  Parts(Network network) {
    this.site = network.site;
    this.network = network;
  }

  /** A resource with tags; the properties are names and values in turn. */
  Made put(String type, String name, Object... properties) {
    Made made = bare(type, name, properties);
    return site.put(made.with("tags", tags(name)));
  }

  Made plain(String type, String name, Object... properties) {
    return site.put(bare(type, name, properties));
  }

  private Made bare(String type, String name, Object... properties) {
    Made made = site.make(type, name);
    made.properties().putAll(map(properties));
    return made;
  }

  /** A security group that lets in who is in one of the others, or everybody. */
  Made group(String name, int port, List<Made> others) {
    Map<String, Object> in = rule(port, "tcp");
    in.put(
        others.isEmpty() ? "cidr_blocks" : "security_groups",
        others.isEmpty() ? List.of("0.0.0.0/0") : ids(others));
    Map<String, Object> out = rule(0, "-1");
    out.put("cidr_blocks", List.of("0.0.0.0/0"));
    return put(
        "aws_security_group",
        name,
        "name",
        name,
        "vpc_id",
        network.vpc.ref("id"),
        "ingress",
        List.of(in),
        "egress",
        List.of(out));
  }

  private static Map<String, Object> rule(int port, String protocol) {
    return map(
        "description",
        "",
        "from_port",
        port,
        "to_port",
        port,
        "protocol",
        protocol,
        "ipv6_cidr_blocks",
        List.of(),
        "prefix_list_ids",
        List.of(),
        "self",
        false);
  }

  Made balancer(String name, Made group, boolean inner) {
    return put(
        "aws_lb",
        name,
        "name",
        name,
        "load_balancer_type",
        "application",
        "internal",
        inner,
        "enable_cross_zone_load_balancing",
        true,
        "subnets",
        ids(network.open),
        "security_groups",
        List.of(group.ref("id")));
  }

  Made targets(String name, Made balancer) {
    Made targets =
        put(
            "aws_lb_target_group",
            name,
            "name",
            name,
            "port",
            8080,
            "protocol",
            "HTTP",
            "target_type",
            "instance",
            "vpc_id",
            network.vpc.ref("id"),
            "health_check",
            List.of(
                map(
                    "enabled",
                    true,
                    "healthy_threshold",
                    3,
                    "interval",
                    30,
                    "matcher",
                    "200",
                    "path",
                    "/health",
                    "port",
                    "traffic-port",
                    "protocol",
                    "HTTP",
                    "timeout",
                    5,
                    "unhealthy_threshold",
                    3)));
    put(
        "aws_lb_listener",
        name,
        "load_balancer_arn",
        balancer.ref("arn"),
        "port",
        443,
        "protocol",
        "HTTPS",
        "certificate_arn",
        "arn:aws:acm:eu-west-1:123456789012:certificate/0b1c2d3e",
        "default_action",
        List.of(map("type", "forward", "target_group_arn", targets.ref("arn"))));
    return targets;
  }

  Made record(String name, Made balancer, boolean checked) {
    return plain(
        "aws_route53_record",
        name,
        "zone_id",
        network.zone.ref("zone_id"),
        "name",
        name,
        "type",
        "A",
        "alias",
        List.of(
            map(
                "name",
                balancer.ref("dns_name"),
                "zone_id",
                balancer.ref("zone_id"),
                "evaluate_target_health",
                checked)));
  }

  Made instance(String name, Made group, int zone, Made... needs) {
    return put(
        "aws_instance",
        name,
        "ami",
        "ami-0c7217cdde317cfec",
        "instance_type",
        "m6i.large",
        "subnet_id",
        network.closed.get(zone % 3).ref("id"),
        "vpc_security_group_ids",
        List.of(group.ref("id")),
        "user_data",
        start(List.of(needs)));
  }

  void attach(String name, Made targets, Made instance) {
    plain(
        "aws_lb_target_group_attachment",
        name,
        "target_group_arn",
        targets.ref("arn"),
        "target_id",
        instance.ref("id"),
        "port",
        8080);
  }

  /** What a server does at its start: it learns where the things are that it needs. */
  static Object start(List<Made> needs) {
    List<Object> parts = new ArrayList<>(List.of("#!/bin/sh\nset -eu\n"));
    int number = 0;
    for (Made need : needs) {
      parts.add("echo \"BACKEND_" + number++ + "=");
      parts.add(need.ref(address(need)));
      parts.add("\" >>/etc/service.env\n");
    }
    parts.add("systemctl enable --now service\n");
    return number == 0
        ? String.join("", parts.stream().map(String::valueOf).toList())
        : new Made.Template(parts);
  }

  private static String address(Made need) {
    return switch (need.kind().terraform) {
      case "aws_lb" -> "dns_name";
      case "aws_instance" -> "private_ip";
      case "aws_elasticache_replication_group" -> "primary_endpoint_address";
      case "aws_sqs_queue", "aws_s3_bucket", "aws_dynamodb_table" -> "id";
      default -> "endpoint";
    };
  }

  Made database(String name, Made group, boolean standby) {
    Made subnets =
        put("aws_db_subnet_group", name, "name", name, "subnet_ids", ids(network.closed));
    return put(
        "aws_db_instance",
        name,
        "identifier",
        name,
        "engine",
        "postgres",
        "engine_version",
        "16.3",
        "instance_class",
        "db.m6g.large",
        "allocated_storage",
        100,
        "username",
        "service",
        "password",
        "not-a-real-password",
        "multi_az",
        standby,
        "backup_retention_period",
        7,
        "db_subnet_group_name",
        subnets.ref("name"),
        "vpc_security_group_ids",
        List.of(group.ref("id")));
  }

  Made cache(String name, Made group, boolean standby) {
    Made subnets =
        put("aws_elasticache_subnet_group", name, "name", name, "subnet_ids", ids(network.closed));
    return put(
        "aws_elasticache_replication_group",
        name,
        "replication_group_id",
        name,
        "description",
        "sessions of " + name,
        "engine",
        "redis",
        "engine_version",
        "7.1",
        "node_type",
        "cache.m6g.large",
        "port",
        6379,
        "num_cache_clusters",
        standby ? 2 : 1,
        "automatic_failover_enabled",
        standby,
        "multi_az_enabled",
        standby,
        "subnet_group_name",
        subnets.ref("name"),
        "security_group_ids",
        List.of(group.ref("id")));
  }

  void scaled(String name, Made group, Made targets, int least, int zones, List<Made> needs) {
    Made template =
        put(
            "aws_launch_template",
            name,
            "name",
            name,
            "image_id",
            "ami-0c7217cdde317cfec",
            "instance_type",
            "m6i.large",
            "user_data",
            start(needs),
            "vpc_security_group_ids",
            List.of(group.ref("id")),
            "tag_specifications",
            List.of(map("resource_type", "instance", "tags", tags(name))));
    plain(
        "aws_autoscaling_group",
        name,
        "name",
        name,
        "min_size",
        least,
        "max_size",
        12,
        "desired_capacity",
        Math.max(2, least),
        "health_check_type",
        "ELB",
        "target_group_arns",
        List.of(targets.ref("arn")),
        "vpc_zone_identifier",
        ids(network.closed.subList(0, zones)),
        "launch_template",
        List.of(map("id", template.ref("id"), "version", "$Latest")),
        "tag",
        List.of(map("key", "Name", "propagate_at_launch", true, "value", name)));
  }
}
