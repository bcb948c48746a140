package shop;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * What users write: a global table. Each region reads and writes its own copy, so that nobody has
 * to promote anything when one is lost. What was written in the lost one within the last second or
 * so may be missing in the other until it is back, and of two writes to one item the later one
 * stays.
 */
final class Orders extends ComponentResource {
  final Table table;

  record Args(Region secondary, boolean isProtected) {}

  Orders(String name, Args args, Region primary) {
    super("shop:index:Orders", name, primary.options());
    table =
        new Table(
            name,
            TableArgs.builder()
                .attributes(TableAttributeArgs.builder().name("id").type("S").build())
                .hashKey("id")
                .billingMode("PAY_PER_REQUEST")
                .streamEnabled(true)
                .streamViewType("NEW_AND_OLD_IMAGES")
                // A mistake is replicated too: this is the way back from one.
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).build())
                .deletionProtectionEnabled(args.isProtected())
                .replicas(
                    TableReplicaArgs.builder()
                        .regionName(args.secondary().name)
                        .pointInTimeRecovery(true)
                        .propagateTags(true)
                        .build())
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of("tableName", table.name()));
  }
}
