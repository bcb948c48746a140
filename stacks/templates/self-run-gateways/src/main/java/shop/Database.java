package shop;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL database with a standby in another zone, which has every commit before the commit is
 * confirmed. When the primary is lost the standby takes over by itself, within a minute or two, and
 * the address stays.
 */
final class Database extends ComponentResource {
  static final int PORT = 5432;
  static final String NAME = "shop";

  final Instance instance;

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
        new ParameterGroup(
            name,
            ParameterGroupArgs.builder()
                .family("postgres16")
                .parameters(
                    ParameterGroupParameterArgs.builder().name("rds.force_ssl").value("1").build())
                .build(),
            child());
    instance =
        new Instance(
            name,
            InstanceArgs.builder()
                .engine("postgres")
                .engineVersion("16")
                .instanceClass(args.settings().databaseClass())
                .allocatedStorage(args.settings().databaseStorage())
                .maxAllocatedStorage(10 * args.settings().databaseStorage())
                .storageType("gp3")
                .storageEncrypted(true)
                .multiAz(true)
                .dbName(NAME)
                .username("shop")
                .manageMasterUserPassword(true)
                .port(PORT)
                .dbSubnetGroupName(subnets.name())
                .parameterGroupName(parameters.name())
                .vpcSecurityGroupIds(args.group().id().applyValue(List::of))
                .publiclyAccessible(false)
                .backupRetentionPeriod(14)
                .backupWindow("03:00-04:00")
                .maintenanceWindow("sun:04:30-sun:05:30")
                .copyTagsToSnapshot(true)
                .performanceInsightsEnabled(true)
                .enabledCloudwatchLogsExports("postgresql")
                .deletionProtection(args.settings().deletionProtection())
                .finalSnapshotIdentifier(args.settings().stack() + "-final")
                .build(),
            child());
    secretArn =
        instance
            .masterUserSecrets()
            .applyValue(secrets -> secrets.get(0).secretArn().orElseThrow());
    registerOutputs(Map.of("address", instance.address()));
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
