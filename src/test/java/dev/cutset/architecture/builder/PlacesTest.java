package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.builder.Places.Spots;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

  @Test
  void a_machine_is_where_its_subnet_is() {
    Spots spots =
        spots(
            "web",
            "a: {type: 'aws:ec2/subnet:Subnet', properties: {availabilityZone: us-east-1a}}",
            "web: {type: 'aws:ec2/instance:Instance', properties: {subnetId: '${a.id}'}}");

    assertThat(keys(spots)).containsExactly("aws/us-east-1/us-east-1a");
    assertThat(spots.spots().get(0).through().orElseThrow().name()).isEqualTo("a");
    assertThat(spots.unknown()).isEmpty();
  }

  @Test
  void a_machine_whose_zone_is_not_known_is_where_its_subnet_is() {
    Spots spots =
        spots(
            "web",
            "a: {type: 'aws:ec2/subnet:Subnet', properties: {availabilityZone: us-east-1a}}",
            "web: {type: 'aws:ec2/instance:Instance',"
                + " properties: {availabilityZone: '${?}', subnetId: '${a.id}'}}");

    assertThat(keys(spots)).containsExactly("aws/us-east-1/us-east-1a");
    assertThat(spots.unknown()).isEmpty();
  }

  @Test
  void of_hosts_that_are_not_known_nobody_knows_in_how_many_zones_they_are() {
    String type = "yandex:index/mdbMysqlCluster:MdbMysqlCluster";

    assertThat(spots("db", "db: {type: '" + type + "', properties: {hosts: '${?}'}}").open())
        .isTrue();
    assertThat(spots("db", "db: {type: '" + type + "', properties: {hosts: []}}").open()).isFalse();
  }

  @Test
  void the_only_zone_of_a_cloud_without_zones_is_its_region() {
    Spots spots =
        spots(
            "web",
            "web: {type: 'openstack:compute/instance:Instance',"
                + " properties: {region: RegionOne, availabilityZone: nova}}");

    assertThat(keys(spots)).containsExactly("openstack/RegionOne");
  }

  @Test
  void an_empty_text_in_a_state_names_no_zone() {
    Spots spots =
        spots("db", "db: {type: 'aws:rds/instance:Instance', properties: {availabilityZone: ''}}");

    assertThat(keys(spots)).isEmpty();
  }

  @Test
  void the_zone_names_the_region_whatever_the_provider_says() {
    Spots spots =
        spots(
            "web",
            "web: {type: 'aws:ec2/instance:Instance', properties: {availabilityZone: eu-west-1b}}");

    assertThat(keys(spots)).containsExactly("aws/eu-west-1/eu-west-1b");
  }

  @Test
  void a_machine_that_names_no_zone_is_in_the_zone_of_its_provider() {
    String machine = "gcp:compute/instance:Instance";

    assertThat(keys(spots("it", configured("gcp", "zone: europe-west1-b", machine))))
        .containsExactly("gcp/europe-west1/europe-west1-b");
    assertThat(keys(spots("it", configured("gcp", "region: europe-west1", machine)))).isEmpty();
  }

  @Test
  void a_provider_tells_its_region_by_a_zone_or_a_location_too() {
    assertThat(region("gcp", "zone: europe-west1-b", "gcp:storage/bucket:Bucket"))
        .isEqualTo("gcp/europe-west1");
    assertThat(region("azure-native", "location: westus", "azure-native:sql:Database"))
        .isEqualTo("azure/westus");
  }

  @Test
  void what_tells_one_region_by_several_of_its_names_tells_it_for_the_others() {
    Program program =
        Program.of(
            "app: {type: 'gcp:appengine/application:Application', properties: {locationId: us-central}}",
            "files: {type: 'gcp:storage/bucket:Bucket', properties: {location: US-CENTRAL1}}",
            "api: {type: 'gcp:cloudrunv2/service:Service', properties: {location: us-central1}}",
            "topic: {type: 'gcp:pubsub/topic:Topic', properties: {name: orders}}");

    assertThat(program.ground().regions().region(program.known("topic")).key())
        .isEqualTo("gcp/us-central1");
  }

  @Test
  void a_database_is_in_the_region_of_its_server() {
    Program program =
        Program.of(
            "plan: {type: 'azure:appservice/servicePlan:ServicePlan', properties: {location: eastus}}",
            "server: {type: 'azure:mssql/server:Server', properties: {location: westeurope}}",
            "orders: {type: 'azure:mssql/database:Database', properties: {serverId: '${server.id}'}}");

    assertThat(program.ground().regions().region(program.known("orders")).key())
        .isEqualTo("azure/westeurope");
  }

  @Test
  void two_subnets_of_another_stack_are_two_places_that_are_not_known() {
    Spots spots =
        spots(
            "web",
            "web: {type: 'aws:autoscaling/group:Group',"
                + " properties: {vpcZoneIdentifiers: [subnet-1, subnet-2, subnet-1]}}");

    assertThat(keys(spots)).containsExactly("aws/us-east-1/?subnet-1", "aws/us-east-1/?subnet-2");
    assertThat(spots.unknown()).isNotEmpty();
  }

  @Test
  void a_zone_that_is_not_known_is_a_place_of_its_own_and_tells_what_decides() {
    Spots spots =
        spots(
            "web",
            "a: {type: 'aws:ec2/subnet:Subnet', properties: {availabilityZone: '${?}'}}",
            "web: {type: 'aws:ec2/instance:Instance', properties: {subnetId: '${a.id}'}}");

    assertThat(keys(spots)).containsExactly("aws/us-east-1/?a");
    assertThat(spots.unknown()).extracting(open -> open.known().name()).containsExactly("a");
  }

  @Test
  void places_that_cannot_be_told_at_all_are_open() {
    Spots spots =
        spots(
            "lb", "lb: {type: 'aws:lb/loadBalancer:LoadBalancer', properties: {subnets: '${?}'}}");

    assertThat(spots.spots()).isEmpty();
    assertThat(spots.open()).isTrue();
  }

  private static List<String> keys(Spots spots) {
    return spots.spots().stream().map(spot -> spot.placement().domain().key()).toList();
  }

  /** A provider with a configuration of its own, and something that is made through it. */
  private static String[] configured(String provider, String configuration, String type) {
    return new String[] {
      "p: {type: 'pulumi:providers:%s', properties: {%s}}".formatted(provider, configuration),
      "it: {type: '%s', options: {provider: '${p}'}}".formatted(type)
    };
  }

  private static String region(String provider, String configuration, String type) {
    Program program = Program.of(configured(provider, configuration, type));
    return program.ground().regions().region(program.known("it")).key();
  }

  private static Spots spots(String name, String... resources) {
    Program program = Program.of(resources);
    return program.ground().places().of(program.known(name));
  }
}
