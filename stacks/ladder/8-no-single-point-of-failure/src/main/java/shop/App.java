package shop;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;

/** A shop in two regions, with its orders in both and its name with two DNS providers. */
public final class App {
  private static final String HOST = "shop.example.com";
  private static final String US = "us-east-1";
  private static final String EU = "eu-west-1";

  private final Provider us = provider("us", US);
  private final Provider eu = provider("eu", EU);
  private final Table orders = orders();

  public static void main(String[] args) {
    Pulumi.run(context -> new App().deploy(context));
  }

  private void deploy(Context context) {
    var balancers = new LinkedHashMap<String, Eip>();
    balancers.putAll(new Region("us", us, "10.0").serve(orders, US));
    balancers.putAll(new Region("eu", eu, "10.1").serve(orders, EU));
    var name = new Name(HOST);
    name.answer(balancers);

    context.export("url", Output.of("http://" + HOST));
    context.export("nameServers", name.servers);
  }

  private static Provider provider(String name, String region) {
    return new Provider(name, ProviderArgs.builder().region(region).build());
  }

  private Table orders() {
    return new Table(
        "orders",
        TableArgs.builder()
            .attributes(TableAttributeArgs.builder().name("id").type("S").build())
            .hashKey("id")
            .billingMode("PAY_PER_REQUEST")
            .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
            .streamEnabled(true)
            .streamViewType("NEW_AND_OLD_IMAGES")
            .replicas(TableReplicaArgs.builder().regionName(EU).pointInTimeRecovery(true).build())
            .build(),
        CustomResourceOptions.builder().provider(us).build());
  }
}
