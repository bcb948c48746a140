package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack in a network of others looks its subnets up, and is where these are. */
class LookedUpSubnetsTest {
  @TempDir private Path folder;

  @BeforeEach
  void declareTheGroup() throws IOException {
    Files.writeString(
        folder.resolve("cutset.yaml"), "entryPoints: [{ declare: 'aws_autoscaling_group.web' }]\n");
  }

  @Test
  void two_zones_that_were_looked_up_are_two() throws IOException {
    Session.Result result =
        check(
            plan(lookup("one", "subnet-1", "eu-west-1a"), lookup("two", "subnet-2", "eu-west-1b")));

    assertThat(result.code()).isZero();
  }

  @Test
  void subnets_of_one_zone_are_found_out() throws IOException {
    Session.Result result =
        check(
            plan(lookup("one", "subnet-1", "eu-west-1a"), lookup("two", "subnet-2", "eu-west-1a")));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("SPOF-ZONE").contains("eu-west-1a");
  }

  @Test
  void what_nobody_looked_up_stays_open() throws IOException {
    Session.Result result = check(plan(lookup("one", "subnet-1", "eu-west-1a")));

    assertThat(result.out()).contains("undecided: ");
  }

  @Test
  void what_is_looked_up_twice_is_there_once() throws IOException {
    Session.Result result =
        check(
            plan(
                lookup("one", "subnet-1", "eu-west-1a"),
                lookup("again", "subnet-1", "eu-west-1a"),
                lookup("two", "subnet-2", "eu-west-1b")));

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("3 resources");
  }

  @Test
  void what_a_stack_makes_itself_is_not_looked_up() throws IOException {
    String state =
        """
        {"format_version":"1.0","terraform_version":"1.9.0","values":{"root_module":{"resources":[
          %s,
          {"address":"aws_subnet.one","mode":"managed","type":"aws_subnet","name":"one",
           "provider_name":"registry.terraform.io/hashicorp/aws",
           "values":{"id":"subnet-1","availability_zone":"eu-west-1a"}},
          {"address":"aws_autoscaling_group.web","mode":"managed","type":"aws_autoscaling_group",
           "name":"web","provider_name":"registry.terraform.io/hashicorp/aws",
           "values":{"id":"web","min_size":2,"vpc_zone_identifier":["subnet-1"]}}]}}}
        """
            .formatted(lookup("one", "subnet-1", "eu-west-1a"));

    Session.Result result = check(state);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("2 resources");
  }

  @Test
  void a_state_tells_of_lookups_too() throws IOException {
    Session.Result result =
        check(
            """
            {"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"x","resources":[
              {"mode":"managed","type":"aws_autoscaling_group","name":"web",
               "provider":"provider[\\"registry.terraform.io/hashicorp/aws\\"]",
               "instances":[{"attributes":{"id":"web","min_size":2,"max_size":4,
                 "vpc_zone_identifier":["subnet-1","subnet-2"]}}]},
              {"mode":"data","type":"aws_subnet","name":"each",
               "provider":"provider[\\"registry.terraform.io/hashicorp/aws\\"]",
               "instances":[
                 {"index_key":0,"attributes":{"id":"subnet-1","availability_zone":"eu-west-1a"}},
                 {"index_key":1,"attributes":{"id":"subnet-2","availability_zone":"eu-west-1a"}}]}]}
            """);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("SPOF-ZONE");
  }

  private static String lookup(String name, String id, String zone) {
    return """
        {"address":"data.aws_subnet.%s","mode":"data","type":"aws_subnet","name":"%s",
         "provider_name":"registry.terraform.io/hashicorp/aws",
         "values":{"id":"%s","availability_zone":"%s"}}"""
        .formatted(name, name, id, zone);
  }

  /** A group in two subnets, and what was in the state before. */
  private static String plan(String... prior) {
    return """
        {"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
          {"address":"aws_autoscaling_group.web","mode":"managed","type":"aws_autoscaling_group",
           "name":"web","provider_name":"registry.terraform.io/hashicorp/aws",
           "change":{"actions":["create"],"before":null,"after_unknown":{"id":true},
             "after":{"min_size":2,"max_size":4,
               "vpc_zone_identifier":["subnet-1","subnet-2"]}}}],
         "prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[%s]}}},
         "configuration":{"root_module":{"resources":[]}}}
        """
        .formatted(String.join(",", prior));
  }

  private Session.Result check(String input) throws IOException {
    Files.writeString(folder.resolve("input.json"), input);
    return new Session(folder).run("check", "input.json");
  }
}
