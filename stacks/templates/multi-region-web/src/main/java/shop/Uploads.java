package shop;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketReplicationConfig;
import com.pulumi.aws.s3.BucketReplicationConfigArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleDeleteMarkerReplicationArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleDestinationArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleSourceSelectionCriteriaArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleSourceSelectionCriteriaReplicaModificationsArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of users: a bucket in each region, each copied to the other, mostly within minutes. Servers
 * read and write that of their own region only.
 */
final class Uploads extends ComponentResource {
  private final Map<String, BucketV2> buckets = new LinkedHashMap<>();
  private final Map<String, BucketVersioningV2> versionings = new LinkedHashMap<>();

  record Args(Region primary, Region secondary) {}

  Uploads(String name, Args args) {
    super("shop:index:Uploads", name, args.primary().options());
    bucket(args.primary());
    bucket(args.secondary());
    replicate(args.primary(), args.secondary());
    replicate(args.secondary(), args.primary());
    registerOutputs(Map.of());
  }

  BucketV2 in(Region region) {
    return buckets.get(region.name);
  }

  private void bucket(Region region) {
    var bucket = new BucketV2(region.name("uploads"), BucketV2Args.Empty, in(region, List.of()));
    new BucketPublicAccessBlock(
        region.name("uploads"),
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.bucket())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        in(region, List.of()));
    var versioning =
        new BucketVersioningV2(
            region.name("uploads"),
            BucketVersioningV2Args.builder()
                .bucket(bucket.bucket())
                .versioningConfiguration(
                    BucketVersioningV2VersioningConfigurationArgs.builder()
                        .status("Enabled")
                        .build())
                .build(),
            in(region, List.of()));
    buckets.put(region.name, bucket);
    versionings.put(region.name, versioning);
  }

  private void replicate(Region from, Region to) {
    var source = in(from);
    var target = in(to);
    new BucketReplicationConfig(
        from.name("uploads"),
        BucketReplicationConfigArgs.builder()
            .bucket(source.bucket())
            .role(role(from, source, target))
            .rules(
                BucketReplicationConfigRuleArgs.builder()
                    .id("to-" + to.name)
                    .status("Enabled")
                    .filter(BucketReplicationConfigRuleFilterArgs.builder().prefix("").build())
                    .deleteMarkerReplication(
                        BucketReplicationConfigRuleDeleteMarkerReplicationArgs.builder()
                            .status("Enabled")
                            .build())
                    .sourceSelectionCriteria(changesOfCopiesToo())
                    .destination(
                        BucketReplicationConfigRuleDestinationArgs.builder()
                            .bucket(target.arn())
                            .build())
                    .build())
            .build(),
        in(from, List.of(versionings.get(from.name), versionings.get(to.name))));
  }

  private static BucketReplicationConfigRuleSourceSelectionCriteriaArgs changesOfCopiesToo() {
    return BucketReplicationConfigRuleSourceSelectionCriteriaArgs.builder()
        .replicaModifications(
            BucketReplicationConfigRuleSourceSelectionCriteriaReplicaModificationsArgs.builder()
                .status("Enabled")
                .build())
        .build();
  }

  /** Lets S3 read the one bucket and write the other. */
  private Output<String> role(Region from, BucketV2 source, BucketV2 target) {
    var role =
        new Role(
            from.name("uploads"),
            RoleArgs.builder()
                .assumeRolePolicy(
                    """
                    {
                      "Version": "2012-10-17",
                      "Statement": [{
                        "Effect": "Allow",
                        "Principal": {"Service": "s3.amazonaws.com"},
                        "Action": "sts:AssumeRole"
                      }]
                    }
                    """)
                .build(),
            in(from, List.of()));
    new RolePolicy(
        from.name("uploads"),
        RolePolicyArgs.builder()
            .role(role.name())
            .policy(
                Output.format(
                    """
                    {
                      "Version": "2012-10-17",
                      "Statement": [{
                        "Effect": "Allow",
                        "Action": ["s3:GetReplicationConfiguration", "s3:ListBucket"],
                        "Resource": "%s"
                      }, {
                        "Effect": "Allow",
                        "Action": [
                          "s3:GetObjectVersionForReplication",
                          "s3:GetObjectVersionAcl",
                          "s3:GetObjectVersionTagging"
                        ],
                        "Resource": "%s/*"
                      }, {
                        "Effect": "Allow",
                        "Action": ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
                        "Resource": "%s/*"
                      }]
                    }
                    """,
                    source.arn(), source.arn(), target.arn()))
            .build(),
        in(from, List.of()));
    return role.arn();
  }

  private CustomResourceOptions in(Region region, List<BucketVersioningV2> after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(region.provider)
        .dependsOn(List.copyOf(after))
        .build();
  }
}
