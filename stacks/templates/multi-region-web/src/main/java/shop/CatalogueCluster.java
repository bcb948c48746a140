package shop;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.GlobalCluster;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The catalogue in one region: two instances in two zones, either of which can do the other's work.
 */
final class CatalogueCluster extends ComponentResource {
  static final String ENGINE = "aurora-postgresql";

  /** The first 16 with which readers in one region go on while the other is gone. */
  static final String VERSION = "16.6";

  final Cluster cluster;
  final List<ClusterInstance> instances = new ArrayList<>();

  private final Region region;

  /**
   * @param after what has to be there first
   */
  record Args(
      Region region, GlobalCluster global, Settings settings, List<ClusterInstance> after) {}

  CatalogueCluster(
      String name, Args args, Catalogue parent, UnaryOperator<ClusterArgs.Builder> credentials) {
    super(
        "shop:index:CatalogueCluster",
        name,
        ComponentResourceOptions.builder()
            .parent(parent)
            .providers(args.region().provider)
            .build());
    region = args.region();
    var key =
        new Key(
            name,
            KeyArgs.builder()
                .description("encrypts the catalogue in " + region.name)
                .enableKeyRotation(true)
                .build(),
            child());
    var subnets =
        new SubnetGroup(
            name,
            SubnetGroupArgs.builder().subnetIds(Network.ids(region.network.dataSubnets)).build(),
            child());
    var settings =
        ClusterArgs.builder()
            .globalClusterIdentifier(args.global().id())
            .engine(ENGINE)
            .engineVersion(VERSION)
            .port(Catalogue.PORT)
            .dbSubnetGroupName(subnets.name())
            .dbClusterParameterGroupName(encryptedConnections(name).name())
            .vpcSecurityGroupIds(region.firewall.database.id().applyValue(List::of))
            .storageEncrypted(true)
            .kmsKeyId(key.arn())
            .backupRetentionPeriod(14)
            .preferredBackupWindow("03:00-04:00")
            .preferredMaintenanceWindow("sun:04:30-sun:05:30")
            .copyTagsToSnapshot(true)
            .enabledCloudwatchLogsExports("postgresql")
            .deletionProtection(args.settings().deletionProtection())
            .finalSnapshotIdentifier(args.settings().stack() + "-" + name + "-final");
    cluster =
        new Cluster(
            name,
            credentials.apply(settings).build(),
            CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(List.copyOf(args.after()))
                // A promotion changes who replicates from whom; the next deployment must not undo
                // it.
                .ignoreChanges("masterPassword", "replicationSourceIdentifier")
                .build());
    for (int zone = 0; zone < 2; zone++) {
      instances.add(instance(name + "-" + (zone + 1), args.settings().databaseClass(), zone));
    }
    registerOutputs(Map.of("readerEndpoint", cluster.readerEndpoint()));
  }

  private ClusterParameterGroup encryptedConnections(String name) {
    return new ClusterParameterGroup(
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
  }

  private ClusterInstance instance(String name, String instanceClass, int zone) {
    return new ClusterInstance(
        name,
        ClusterInstanceArgs.builder()
            .clusterIdentifier(cluster.clusterIdentifier())
            .engine(ENGINE)
            .engineVersion(VERSION)
            .instanceClass(instanceClass)
            // Named, because left to itself the service may put both into one zone.
            .availabilityZone(region.network.zone(zone))
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
