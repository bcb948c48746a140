package shop;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.iam.InstanceProfileArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * What a server may do: read its one secret, write its one log, and be reached by Session Manager.
 */
final class ServerRole extends ComponentResource {
  final InstanceProfile profile;

  record Args(Output<String> secretArn, LogGroup log) {}

  ServerRole(String name, Args args, ComponentResourceOptions options) {
    super("shop:index:ServerRole", name, options);
    var role =
        new Role(
            name,
            RoleArgs.builder()
                .assumeRolePolicy(
                    """
                    {
                      "Version": "2012-10-17",
                      "Statement": [{
                        "Effect": "Allow",
                        "Principal": {"Service": "ec2.amazonaws.com"},
                        "Action": "sts:AssumeRole"
                      }]
                    }
                    """)
                .build(),
            child());
    var data =
        new RolePolicy(
            name,
            RolePolicyArgs.builder()
                .role(role.name())
                .policy(
                    Output.format(
                        """
                        {
                          "Version": "2012-10-17",
                          "Statement": [{
                            "Effect": "Allow",
                            "Action": "secretsmanager:GetSecretValue",
                            "Resource": "%s"
                          }, {
                            "Effect": "Allow",
                            "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
                            "Resource": "%s:*"
                          }]
                        }
                        """,
                        args.secretArn(), args.log().arn()))
                .build(),
            child());
    // Session Manager in the place of SSH: no keys, no open port, and every session is on record.
    var sessions =
        new RolePolicyAttachment(
            name + "-session-manager",
            RolePolicyAttachmentArgs.builder()
                .role(role.name())
                .policyArn("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")
                .build(),
            child());
    profile =
        new InstanceProfile(
            name,
            InstanceProfileArgs.builder().role(role.name()).build(),
            // No machine starts before it may do its work.
            CustomResourceOptions.builder().parent(this).dependsOn(data, sessions).build());
    registerOutputs(Map.of());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
