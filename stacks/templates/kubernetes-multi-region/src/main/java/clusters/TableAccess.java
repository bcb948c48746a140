package clusters;

import com.pulumi.aws.eks.PodIdentityAssociation;
import com.pulumi.aws.eks.PodIdentityAssociationArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** Lets the pods of one service account use the table, with credentials that AWS keeps changing. */
final class TableAccess extends ComponentResource {
  private static final String TRUST =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": { "Service": "pods.eks.amazonaws.com" },
            "Action": ["sts:AssumeRole", "sts:TagSession"]
          }
        ]
      }
      """;

  // In any region, as the table is in several.
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Action": [
              "dynamodb:BatchGetItem",
              "dynamodb:BatchWriteItem",
              "dynamodb:ConditionCheckItem",
              "dynamodb:DeleteItem",
              "dynamodb:GetItem",
              "dynamodb:PutItem",
              "dynamodb:Query",
              "dynamodb:UpdateItem"
            ],
            "Resource": "arn:aws:dynamodb:*:*:table/%s"
          }
        ]
      }
      """;

  record Args(Output<String> cluster, Data data, String namespace, String serviceAccount) {}

  TableAccess(String name, Args args, ComponentResourceOptions options) {
    super("clusters:index:TableAccess", name, options);
    var role = new Role(name, RoleArgs.builder().assumeRolePolicy(TRUST).build(), child());
    new RolePolicy(
        name,
        RolePolicyArgs.builder()
            .role(role.name())
            .policy(args.data().table().applyValue(POLICY::formatted))
            .build(),
        child());
    new PodIdentityAssociation(
        name,
        PodIdentityAssociationArgs.builder()
            .clusterName(args.cluster())
            .namespace(args.namespace())
            .serviceAccount(args.serviceAccount())
            .roleArn(role.arn())
            .build(),
        child());
    registerOutputs(Map.of());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
