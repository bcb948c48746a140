package dev.cutset.browser;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The state of a large system: cells in three regions, each a component resource with a load
 * balancer, servers over three zones, a cache and a database. Every fourth database is alone, and
 * every seventh cell is in one zone.
 */
final class LargeStack {
  private static final String URN = "urn:pulumi:prod::estate::";
  private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "ap-southeast-2");

  private final List<Map<String, Object>> resources = new ArrayList<>();
  private final int servers;

  private LargeStack(int servers) {
    this.servers = servers;
  }

  /** Writes a state of about {@code cells × (servers + 3)} components. */
  static Path write(int cells, int servers, Path file) throws IOException {
    LargeStack stack = new LargeStack(servers);
    stack.shared();
    for (int cell = 0; cell < cells; cell++) {
      stack.cell(cell);
    }
    try (Writer out = Files.newBufferedWriter(file)) {
      Map<String, ?> manifest =
          Map.of("time", "2026-01-01T00:00:00Z", "magic", "", "version", "v3");
      Map<String, ?> deployment = Map.of("manifest", manifest, "resources", stack.resources);
      Chromium.JSON.writeValue(out, Map.of("version", 3, "deployment", deployment));
    }
    return file;
  }

  private void shared() {
    resources.add(Map.of("urn", root(), "custom", false, "type", "pulumi:pulumi:Stack"));
    for (String region : REGIONS) {
      Map<String, ?> inputs = Map.of("region", region);
      resources.add(
          Map.of(
              "urn",
              provider(region),
              "custom",
              true,
              "id",
              region,
              "type",
              "pulumi:providers:aws",
              "inputs",
              inputs,
              "outputs",
              inputs,
              "parent",
              root()));
      add("", "aws:ec2/vpc:Vpc", "vpc-" + region, region, Map.of("cidrBlock", "10.0.0.0/16"));
      for (String zone : List.of("a", "b", "c")) {
        add(
            "",
            "aws:ec2/subnet:Subnet",
            subnet(region, zone),
            region,
            Map.of("vpcId", "vpc-" + region, "availabilityZone", region + zone));
      }
    }
    add("", "aws:route53/zone:Zone", "zone", REGIONS.get(0), Map.of("name", "example.com"));
  }

  private void cell(int number) {
    String region = REGIONS.get(number % REGIONS.size());
    String name = String.format("cell-%02d", number);
    resources.add(
        Map.of(
            "urn",
            URN + "shop:cell:Cell::" + name,
            "custom",
            false,
            "type",
            "shop:cell:Cell",
            "parent",
            root()));
    String database = name + "-db.abc." + region + ".rds.amazonaws.com";
    String cache = name + "-cache." + region + ".cache.amazonaws.com";
    boolean alone = number % 4 == 0;
    add(
        name,
        "aws:rds/instance:Instance",
        name + "-db",
        region,
        Map.of(
            "engine",
            "postgres",
            "address",
            database,
            "multiAz",
            !alone,
            "availabilityZone",
            alone ? region + "a" : ""));
    add(
        name,
        "aws:elasticache/replicationGroup:ReplicationGroup",
        name + "-cache",
        region,
        Map.of(
            "automaticFailoverEnabled",
            true,
            "multiAzEnabled",
            true,
            "numCacheClusters",
            2,
            "primaryEndpointAddress",
            cache));
    String host = name + ".elb.amazonaws.com";
    List<String> subnets = List.of(subnet(region, "a"), subnet(region, "b"), subnet(region, "c"));
    add(
        name,
        "aws:lb/loadBalancer:LoadBalancer",
        name + "-lb",
        region,
        Map.of(
            "loadBalancerType",
            "application",
            "subnets",
            subnets,
            "dnsName",
            host,
            "arn",
            name + "-lb"));
    add(
        name,
        "aws:lb/targetGroup:TargetGroup",
        name + "-targets",
        region,
        Map.of(
            "port",
            80,
            "protocol",
            "HTTP",
            "vpcId",
            "vpc-" + region,
            "healthCheck",
            Map.of("path", "/"),
            "arn",
            name + "-targets"));
    add(
        name,
        "aws:lb/listener:Listener",
        name + "-listener",
        region,
        Map.of(
            "loadBalancerArn",
            name + "-lb",
            "port",
            80,
            "defaultActions",
            List.of(Map.of("type", "forward", "targetGroupArn", name + "-targets"))));
    for (int i = 0; i < servers; i++) {
      String server = String.format("%s-web-%02d", name, i);
      add(
          name,
          "aws:ec2/instance:Instance",
          server,
          region,
          Map.of(
              "subnetId",
              subnets.get(number % 7 == 0 ? 0 : i % 3),
              "userData",
              "DB=" + database + " CACHE=" + cache));
      add(
          name,
          "aws:lb/targetGroupAttachment:TargetGroupAttachment",
          server + "-target",
          region,
          Map.of("targetGroupArn", name + "-targets", "targetId", server));
    }
    Map<String, ?> alias =
        Map.of("name", host, "zoneId", "balancers", "evaluateTargetHealth", true);
    add(
        name,
        "aws:route53/record:Record",
        name + "-record",
        region,
        Map.of(
            "zoneId",
            "zone",
            "name",
            name + ".example.com",
            "type",
            "A",
            "aliases",
            List.of(alias)));
  }

  /** A resource whose id is its name. */
  private void add(String cell, String type, String name, String region, Map<String, ?> inputs) {
    Map<String, Object> outputs = new java.util.LinkedHashMap<>(inputs);
    outputs.put("id", name);
    String within = cell.isEmpty() ? "" : "shop:cell:Cell$";
    resources.add(
        Map.of(
            "urn",
            URN + within + type + "::" + name,
            "custom",
            true,
            "id",
            name,
            "type",
            type,
            "inputs",
            inputs,
            "outputs",
            outputs,
            "parent",
            cell.isEmpty() ? root() : URN + "shop:cell:Cell::" + cell,
            "provider",
            provider(region) + "::" + region));
  }

  private static String root() {
    return URN + "pulumi:pulumi:Stack::estate-prod";
  }

  private static String provider(String region) {
    return URN + "pulumi:providers:aws::" + region;
  }

  private static String subnet(String region, String zone) {
    return "subnet-" + region + zone;
  }
}
