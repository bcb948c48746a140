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
import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.HealthCheckArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/** A shop in two regions, with its orders in both. */
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
    var zone = new Zone("zone", ZoneArgs.builder().name(HOST).build());
    new Region("us", us, "10.0")
        .serve(orders, US)
        .forEach((balancer, address) -> answer(zone, balancer, address));
    new Region("eu", eu, "10.1")
        .serve(orders, EU)
        .forEach((balancer, address) -> answer(zone, balancer, address));

    context.export("url", Output.of("http://" + HOST));
    context.export("nameServers", zone.nameServers());
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

  private static void answer(Zone zone, String balancer, Eip address) {
    var check =
        new HealthCheck(
            balancer + "-health",
            HealthCheckArgs.builder()
                .type("HTTP")
                .ipAddress(address.publicIp())
                .port(80)
                .resourcePath("/health")
                .requestInterval(10)
                .failureThreshold(2)
                .build());
    new Record(
        "shop-" + balancer,
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(HOST)
            .type("A")
            .ttl(60)
            .setIdentifier(balancer)
            .multivalueAnswerRoutingPolicy(true)
            .healthCheckId(check.id())
            .records(address.publicIp().applyValue(List::of))
            .build());
  }
}
