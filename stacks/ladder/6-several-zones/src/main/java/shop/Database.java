package shop;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.core.Output;
import java.util.List;

/** The shop's PostgreSQL: a primary, and a synchronous standby in the other zone. */
final class Database {
  final Instance instance;

  Database(Network network, SecurityGroup clients) {
    var group =
        new SecurityGroup(
            "database-group",
            SecurityGroupArgs.builder()
                .vpcId(network.vpc.id())
                .ingress(
                    SecurityGroupIngressArgs.builder()
                        .protocol("tcp")
                        .fromPort(5432)
                        .toPort(5432)
                        .securityGroups(clients.id().applyValue(List::of))
                        .build())
                .build());
    var subnets =
        new SubnetGroup(
            "database-subnets",
            SubnetGroupArgs.builder()
                .subnetIds(Output.all(network.databaseSubnets.stream().map(Subnet::id).toList()))
                .build());
    instance =
        new Instance(
            "database",
            InstanceArgs.builder()
                .engine("postgres")
                .engineVersion("16")
                .instanceClass("db.t4g.medium")
                .allocatedStorage(50)
                .storageEncrypted(true)
                .dbName("shop")
                .username("shop")
                .manageMasterUserPassword(true)
                .dbSubnetGroupName(subnets.name())
                .vpcSecurityGroupIds(group.id().applyValue(List::of))
                .multiAz(true)
                .backupRetentionPeriod(7)
                .build());
  }
}
