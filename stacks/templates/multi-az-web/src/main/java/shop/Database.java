package shop;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * An Aurora PostgreSQL cluster: a writer and a reader in two zones, over storage with six copies in
 * three. When the writer is lost the reader takes its place by itself, within a minute or so, and
 * the address of the cluster follows.
 */
final class Database extends ComponentResource {
  static final int PORT = 5432;
  static final String NAME = "shop";

  private static final String ENGINE = "aurora-postgresql";
  private static final String VERSION = "16.6";

  final Cluster cluster;

  /** The secret with the user and the password, which RDS makes and rotates. */
  final Output<String> secretArn;

  record Args(Network network, SecurityGroup group, Settings settings) {}

  Database(String name, Args args) {
    super("shop:index:Database", name, ComponentResourceOptions.Empty);
    var subnets =
        new SubnetGroup(
            name,
            SubnetGroupArgs.builder().subnetIds(Network.ids(args.network().dataSubnets)).build(),
            child());
    var parameters =
        new ClusterParameterGroup(
            name,
            ClusterParameterGroupArgs.builder()
                .family("aurora-postgresql16")
                .parameters(
                    ClusterParameterGroupParameterArgs.builder()
                        .name("rds.force_ssl")
                        .value("1")
                        .build())
                .build(),
            child());
    cluster =
        new Cluster(
            name,
            ClusterArgs.builder()
                .engine(ENGINE)
                .engineVersion(VERSION)
                .databaseName(NAME)
                .masterUsername("shop")
                .manageMasterUserPassword(true)
                .port(PORT)
                .dbSubnetGroupName(subnets.name())
                .dbClusterParameterGroupName(parameters.name())
                .vpcSecurityGroupIds(args.group().id().applyValue(List::of))
                .storageEncrypted(true)
                .backupRetentionPeriod(14)
                .preferredBackupWindow("03:00-04:00")
                .preferredMaintenanceWindow("sun:04:30-sun:05:30")
                .copyTagsToSnapshot(true)
                .enabledCloudwatchLogsExports("postgresql")
                .deletionProtection(args.settings().deletionProtection())
                .finalSnapshotIdentifier(args.settings().stack() + "-final")
                .build(),
            child());
    instance(name + "-1", args, 0);
    instance(name + "-2", args, 1);
    secretArn =
        cluster.masterUserSecrets().applyValue(secrets -> secrets.get(0).secretArn().orElseThrow());
    registerOutputs(Map.of("endpoint", cluster.endpoint()));
  }

  private void instance(String name, Args args, int zone) {
    new ClusterInstance(
        name,
        ClusterInstanceArgs.builder()
            .clusterIdentifier(cluster.clusterIdentifier())
            .engine(ENGINE)
            .engineVersion(VERSION)
            .instanceClass(args.settings().databaseClass())
            // Named, because left to itself the service may put both into one zone.
            .availabilityZone(args.network().zone(zone))
            .promotionTier(zone)
            .performanceInsightsEnabled(true)
            // An upgrade is a change like any other: it comes with the version above.
            .autoMinorVersionUpgrade(false)
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
