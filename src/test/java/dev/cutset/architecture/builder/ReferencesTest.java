package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.References.Found;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private final Program program =
      Program.of(
          "vpc: {type: 'aws:ec2/vpc:Vpc'}",
          "db: {type: 'aws:rds/instance:Instance', properties: {identifier: Orders-DB}}",
          "by-edge: {type: 'aws:ec2/subnet:Subnet', properties: {vpcId: '${vpc.id}'}}",
          "by-nothing: {type: 'aws:ec2/subnet:Subnet', properties: {vpcId: '${?}'}}",
          "by-stranger: {type: 'aws:ec2/subnet:Subnet', properties: {vpcId: vpc-0123}}");
  private final References references = program.ground().references();

  @Test
  void an_output_that_is_not_known_is_followed_by_its_edge() {
    Found found = find("by-edge", "vpcId");

    assertThat(found.resources()).containsExactly(program.known("vpc"));
    assertThat(found.open()).isFalse();
  }

  @Test
  void a_value_that_is_not_known_and_left_no_edge_means_the_only_one_of_its_kind() {
    Found found = find("by-nothing", "vpcId");

    assertThat(found.resources()).containsExactly(program.known("vpc"));
    assertThat(found.open()).isFalse();
  }

  @Test
  void a_value_that_is_not_known_is_open_where_its_kind_is_not_accepted() {
    Found found =
        references.find(program.known("by-nothing"), PropertyPath.of("vpcId"), other -> false);

    assertThat(found.resources()).isEmpty();
    assertThat(found.open()).isTrue();
  }

  @Test
  void of_several_of_one_kind_that_of_the_same_service_is_meant() {
    Program clusters =
        Program.of(
            "data: {type: 'aws:rds/cluster:Cluster'}",
            "pods: {type: 'aws:eks/cluster:Cluster'}",
            "writer: {type: 'aws:rds/clusterInstance:ClusterInstance',"
                + " properties: {clusterIdentifier: '${?}'}}");

    Found found =
        clusters
            .ground()
            .references()
            .find(clusters.known("writer"), PropertyPath.of("clusterIdentifier"), other -> true);

    assertThat(found.resources()).containsExactly(clusters.known("data"));
  }

  @Test
  void what_leaves_no_edge_is_meant_by_its_arn_too() {
    String arn = "arn:aws:autoscaling:eu-west-1:1:autoScalingGroup:2f6b:autoScalingGroupName/hosts";
    Program hosts =
        Program.of(
            "hosts: {type: 'aws:autoscaling/group:Group', properties: {arn: '" + arn + "'}}",
            "capacity: {type: 'aws:ecs/capacityProvider:CapacityProvider', properties:"
                + " {autoScalingGroupProvider: {autoScalingGroupArn: '"
                + arn
                + "'}}}");

    Found found =
        hosts
            .ground()
            .references()
            .find(
                hosts.known("capacity"),
                PropertyPath.of("autoScalingGroupProvider.autoScalingGroupArn"),
                other -> true);

    assertThat(found.resources()).containsExactly(hosts.known("hosts"));
  }

  @Test
  void a_scaling_group_that_a_node_group_has_made_is_meant_by_its_name() {
    Program nodes =
        Program.of(
            "nodes: {type: 'aws:eks/nodeGroup:NodeGroup',"
                + " properties: {resources: [{autoscalingGroups: [{name: eks-nodes-20c5}]}]}}",
            "attachment: {type: 'aws:autoscaling/attachment:Attachment',"
                + " properties: {autoscalingGroupName: eks-nodes-20c5}}");

    Found found =
        nodes
            .ground()
            .references()
            .find(
                nodes.known("attachment"), PropertyPath.of("autoscalingGroupName"), other -> true);

    assertThat(found.resources()).containsExactly(nodes.known("nodes"));
  }

  @Test
  void a_literal_that_names_nothing_is_a_stranger() {
    Found found = find("by-stranger", "vpcId");

    assertThat(found.strangers()).containsExactly("vpc-0123");
    assertThat(found.open()).isFalse();
  }

  @Test
  void what_an_edge_leads_to_and_nobody_accepts_leaves_nothing_open() {
    Found found =
        references.find(program.known("by-edge"), PropertyPath.of("vpcId"), other -> false);

    assertThat(found.resources()).isEmpty();
    assertThat(found.open()).isFalse();
  }

  @Test
  void names_are_told_apart_neither_by_case_nor_by_a_final_dot_nor_by_the_kind_of_network() {
    Known db = program.known("db");

    assertThat(references.named("orders-db")).containsExactly(db);
    assertThat(references.named("ORDERS-DB.")).containsExactly(db);
    assertThat(references.named("dualstack.orders-db")).containsExactly(db);
    assertThat(references.named("orders")).isEmpty();
  }

  @Test
  void an_alias_is_known_only_where_it_came_to_light() {
    References one = references.withoutAliases();
    one.alias("db.internal.", program.known("db"));

    assertThat(one.named("db.internal")).containsExactly(program.known("db"));
    assertThat(one.withoutAliases().named("db.internal")).isEmpty();
    assertThat(references.named("db.internal")).isEmpty();
  }

  @Test
  void what_stands_for_something_is_seen_through_in_order_and_round_no_circle() {
    Known first = program.known("by-edge");
    Known second = program.known("by-nothing");
    references.substitute(first, program.known("vpc"));
    references.substitute(first, second);
    references.substitute(second, program.known("db"));
    references.substitute(second, first);

    assertThat(references.meant(first)).containsExactly(program.known("vpc"), program.known("db"));
    assertThat(references.meant(program.known("db"))).containsExactly(program.known("db"));
  }

  @Test
  void a_long_way_is_gone_to_its_end() {
    List<String> lines = new ArrayList<>();
    lines.add("n0: {type: 'aws:ec2/instance:Instance'}");
    for (int i = 1; i <= 20_000; i++) {
      lines.add(
          "n%d: {type: 'aws:ec2/eip:Eip', properties: {instance: '${n%d.id}'}}"
              .formatted(i, i - 1));
    }
    Program chain = Program.of(lines.toArray(String[]::new));

    assertThat(chain.ground().references().meant(chain.known("n20000")))
        .containsExactly(chain.known("n0"));
  }

  @Test
  void of_edges_of_no_property_a_text_means_those_whose_name_is_in_it() {
    Resource old = state("aws:sqs/queue:Queue", "old", Map.of("name", text("orders-old")));
    Resource queue = state("aws:sqs/queue:Queue", "queue", Map.of("name", text("orders")));
    Program program =
        Program.of(
            List.of(
                old,
                queue,
                mapping("by-arn", "arn:aws:sqs:us-east-1:1:orders", old, queue),
                mapping("by-stranger", "arn:aws:sqs:us-east-1:1:returns", old, queue)));

    assertThat(source(program, "by-arn").resources()).containsExactly(program.known("queue"));
    assertThat(source(program, "by-stranger").resources()).isEmpty();
  }

  @Test
  void edges_of_no_property_are_none_of_one_that_nobody_set() {
    Resource db = state("aws:rds/instance:Instance", "db", Map.of());
    Resource web = state("aws:ec2/instance:Instance", "web", Map.of("userData", text("x")), db);
    Program program = Program.of(List.of(db, web));
    References references = program.ground().references();

    assertThat(references.linked(web, "userData")).containsExactly(program.known("db"));
    assertThat(references.linked(web, "userDataBase64")).isEmpty();
  }

  @Test
  void of_several_of_one_name_that_of_the_same_region_is_meant() {
    Found found = endpoints("us-central1");

    assertThat(found.resources()).extracting(Known::name).containsExactly("there");
    assertThat(found.open()).isFalse();
  }

  @Test
  void which_of_several_of_one_name_is_meant_is_open_until_the_region_is_known() {
    Found found = endpoints("${?}");

    assertThat(found.resources()).extracting(Known::name).containsExactly("here", "there");
    assertThat(found.open()).isTrue();
  }

  @Test
  void where_none_of_several_of_one_name_is_near_it_may_be_any() {
    Found found = endpoints("asia-east1");

    assertThat(found.resources()).extracting(Known::name).containsExactly("here", "there");
    assertThat(found.open()).isFalse();
  }

  @Test
  void of_several_of_one_name_that_to_which_an_edge_leads_is_meant() {
    Resource here = queue("here");
    Resource there = queue("there");
    Program program = Program.of(List.of(here, there, mapping("user", "orders", there)));

    assertThat(source(program, "user").resources()).containsExactly(program.known("there"));
  }

  private static Resource queue(String name) {
    return state("aws:sqs/queue:Queue", name, Map.of("name", text("orders")));
  }

  /** What a group of endpoints in a region refers to, by the name of services in two. */
  private static Found endpoints(String region) {
    String service = "type: 'gcp:cloudrunv2/service:Service', properties: {name: api, location: ";
    Program program =
        Program.of(
            "here: {" + service + "europe-west1}}",
            "there: {" + service + "us-central1}}",
            "endpoints: {type: 'gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup',"
                + " properties: {region: '"
                + region
                + "', cloudRun: {service: api}}}");
    return program
        .ground()
        .references()
        .find(program.known("endpoints"), PropertyPath.of("cloudRun.service"), other -> true);
  }

  private static Found source(Program program, String name) {
    return program
        .ground()
        .references()
        .find(program.known(name), PropertyPath.of("eventSourceArn"), other -> true);
  }

  private static Resource mapping(String name, String source, Resource... after) {
    return state(
        "aws:lambda/eventSourceMapping:EventSourceMapping",
        name,
        Map.of("eventSourceArn", text(source)),
        after);
  }

  /** As a state of Terraform has it: all values known, and the edges of no property. */
  private static Resource state(
      String type, String name, Map<String, Value> inputs, Resource... after) {
    return new Resource(
        new Urn("urn:pulumi:test::corpus::" + type + "::" + name),
        true,
        type,
        Optional.empty(),
        inputs,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(after).map(Resource::urn).collect(Collectors.toSet()),
        Map.of());
  }

  private static Value text(String text) {
    return Value.of(text);
  }

  private Found find(String name, String property) {
    return references.find(program.known(name), PropertyPath.of(property), other -> true);
  }
}
