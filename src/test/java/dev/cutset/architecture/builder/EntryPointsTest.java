package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.draft.Doubts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where users come in, and who is none of them. */
class EntryPointsTest {
  private static final String[] SHOP = {
    "vpc: {type: 'aws:ec2/vpc:Vpc', properties: {cidrBlock: 10.0.0.0/16}}",
    subnet("a"),
    subnet("b"),
    "shop: {type: 'aws:lb/loadBalancer:LoadBalancer', properties: {subnets: ['${a.id}', '${b.id}']}}",
    "targets: {type: 'aws:lb/targetGroup:TargetGroup', properties: {vpcId: '${vpc.id}'}}",
    "listener: {type: 'aws:lb/listener:Listener', properties: {loadBalancerArn: '${shop.arn}',"
        + " defaultActions: [{type: forward, targetGroupArn: '${targets.arn}'}]}}",
    "web: {type: 'aws:autoscaling/group:Group', properties: {minSize: 2, maxSize: 4,"
        + " vpcZoneIdentifiers: ['${a.id}', '${b.id}'], targetGroupArns: ['${targets.arn}']}}"
  };

  /** A cluster, and data beside it. */
  private static final String[] CLUSTER = {
    "jobs: {type: 'aws:eks/cluster:Cluster', properties: {name: jobs,"
        + " vpcConfig: {subnetIds: ['${a.id}', '${b.id}']}}}",
    "nodes: {type: 'aws:eks/nodeGroup:NodeGroup', properties: {clusterName: '${jobs.name}',"
        + " subnetIds: ['${a.id}', '${b.id}'], scalingConfig: {desiredSize: 2, minSize: 2}}}",
    "private: {type: 'aws:rds/subnetGroup:SubnetGroup',"
        + " properties: {subnetIds: ['${a.id}', '${b.id}']}}",
    "builds: {type: 'aws:rds/instance:Instance', properties: {engine: postgres,"
        + " dbSubnetGroupName: '${private.name}'}}"
  };

  private static String subnet(String zone) {
    return zone
        + ": {type: 'aws:ec2/subnet:Subnet', properties: {vpcId: '${vpc.id}',"
        + " availabilityZone: us-east-1"
        + zone
        + "}}";
  }

  /** A machine that the world can reach, with that data. */
  private static String[] machine(String name) {
    return new String[] {
      "access: {type: 'aws:ec2/securityGroup:SecurityGroup', properties: {vpcId: '${vpc.id}',"
          + " ingress: [{protocol: tcp, fromPort: 8080, toPort: 8080, cidrBlocks: [0.0.0.0/0]}]}}",
      name
          + ": {type: 'aws:ec2/instance:Instance', properties: {subnetId: '${a.id}',"
          + " vpcSecurityGroupIds: ['${access.id}'], associatePublicIpAddress: true,"
          + " userData: 'run --database ${builds.endpoint}'}}"
    };
  }

  @Test
  void what_a_server_of_users_needs_is_no_entry_point() {
    assertThat(entryPoints(SHOP, CLUSTER, machine("dispatch")))
        .containsExactlyInAnyOrder("shop", "dispatch", "jobs");
  }

  @Test
  void what_only_a_build_server_needs_may_be_what_runs_in_the_cluster_needs() {
    assertThat(entryPoints(SHOP, CLUSTER, machine("jenkins")))
        .containsExactlyInAnyOrder("shop", "jobs", "builds");
  }

  private static Stream<String> entryPoints(String[]... parts) {
    Program program = Program.of(Stream.of(parts).flatMap(Stream::of).toArray(String[]::new));
    Architecture architecture =
        new Assembly(program.ground(), new Doubts(Completion.KINDEST), Hints.NONE).assemble();
    return architecture.entryPoints().stream().map(EntryPoint::name);
  }
}
