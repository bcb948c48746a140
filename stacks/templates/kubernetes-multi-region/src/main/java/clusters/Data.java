package clusters;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * A table that each region can read and write by itself. What is written in one arrives in the
 * others within seconds; of two writes to one item the later one stays.
 */
final class Data extends ComponentResource {
  private final Table table;

  /**
   * @param regions where the data are to be; the first is the table's own
   */
  record Args(List<String> regions) {}

  Data(String name, Args args, ComponentResourceOptions options) {
    super("clusters:index:Data", name, options);
    table =
        new Table(
            name,
            TableArgs.builder()
                .hashKey("id")
                .attributes(TableAttributeArgs.builder().name("id").type("S").build())
                .billingMode("PAY_PER_REQUEST")
                .streamEnabled(true)
                .streamViewType("NEW_AND_OLD_IMAGES")
                .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).build())
                // A mistake is replicated as well as everything else: this goes back before it.
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .deletionProtectionEnabled(true)
                .replicas(args.regions().stream().skip(1).map(Data::replica).toList())
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of("table", table.name()));
  }

  Output<String> table() {
    return table.name();
  }

  private static TableReplicaArgs replica(String region) {
    return TableReplicaArgs.builder().regionName(region).pointInTimeRecovery(true).build();
  }
}
