package shop;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A gateway in each zone. They know nothing of each other: each has an address of its own, sends to
 * the servers of all zones, and works while the others do not.
 */
final class Gateways extends ComponentResource {
  /** Where the certificate with its key is to be put, as one PEM text. */
  final Secret certificate;

  /** The public addresses, by the gateway's name. */
  final Map<String, Eip> addresses = new LinkedHashMap<>();

  record Args(
      Network network, SecurityGroup group, WebTier web, Alarms alarms, Settings settings) {}

  Gateways(String name, Args args) {
    super("shop:index:Gateways", name, ComponentResourceOptions.Empty);
    certificate =
        new Secret(
            name + "-certificate",
            SecretArgs.builder()
                .description("the certificate of the gateways, with its chain and key")
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    var children = ComponentResourceOptions.builder().parent(this).build();
    var role = new ServerRole(name, new ServerRole.Args(policy()), children);

    ComponentResource previous = args.web();
    for (int zone = 0; zone < Network.ZONES; zone++) {
      var gateway =
          new Gateway(
              "haproxy-" + "abc".charAt(zone),
              new Gateway.Args(args, zone, role, certificate, previous),
              children);
      addresses.put(gateway.name, gateway.address);
      previous = gateway;
    }
    registerOutputs(Map.of("certificate", certificate.name()));
  }

  private Output<String> policy() {
    return Output.format(
        """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Action": "ec2:DescribeInstances",
            "Resource": "*"
          }, {
            "Effect": "Allow",
            "Action": "secretsmanager:GetSecretValue",
            "Resource": "%s"
          }]
        }
        """,
        certificate.arn());
  }
}
