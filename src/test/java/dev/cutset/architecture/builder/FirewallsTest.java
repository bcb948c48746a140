package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.draft.Drafts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallsTest {

  @ParameterizedTest
  @CsvSource({
    "443, 443, 0.0.0.0/0, true",
    "443, 443, '::/0', true",
    "22, 22, 0.0.0.0/0, false",
    "3389, 3389, 0.0.0.0/0, false",
    "22, 80, 0.0.0.0/0, true",
    "0, 65535, 0.0.0.0/0, true",
    "443, 443, 10.0.0.0/8, false"
  })
  void open_is_what_admits_the_world_and_not_for_administration_only(
      int from, int to, String range, boolean open) {
    String property = range.contains(":") ? "ipv6CidrBlocks" : "cidrBlocks";
    Program program =
        Program.of(
            "group: {type: 'aws:ec2/securityGroup:SecurityGroup', properties: {ingress:"
                + " [{fromPort: %d, toPort: %d, %s: ['%s']}]}}"
                    .formatted(from, to, property, range),
            "web: {type: 'aws:ec2/instance:Instance',"
                + " properties: {vpcSecurityGroupIds: ['${group.id}']}}");
    Groundwork ground = program.ground();
    Firewalls firewalls =
        new Firewalls(
            ground.declared(), ground.reading(), ground.references(), ground.texts(), new Drafts());
    firewalls.read();

    assertThat(firewalls.isOpen(program.known("web"))).isEqualTo(open);
  }
}
