package shop;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
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

/** A shop in two regions, with its orders in the first. */
public final class App {
  private static final String HOST = "shop.example.com";

  private final Provider us = provider("us", "us-east-1");
  private final Provider eu = provider("eu", "eu-west-1");
  private final Table orders = orders();

  public static void main(String[] args) {
    Pulumi.run(context -> new App().deploy(context));
  }

  private void deploy(Context context) {
    var zone = new Zone("zone", ZoneArgs.builder().name(HOST).build());
    for (var region : List.of(new Region("us", us, "10.0"), new Region("eu", eu, "10.1"))) {
      region.serve(orders).forEach((balancer, address) -> answer(zone, balancer, address));
    }

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
