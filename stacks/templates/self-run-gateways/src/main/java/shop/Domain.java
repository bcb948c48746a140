package shop;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.HealthCheckArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * The public name, which answers with the addresses of all gateways that are healthy. Clients try
 * the next address when one does not answer, and new ones no longer hear of it after a minute.
 */
final class Domain extends ComponentResource {
  final Zone zone;

  private final String host;

  record Args(String host, Gateways gateways) {}

  Domain(String name, Args args) {
    super("shop:index:Domain", name, ComponentResourceOptions.Empty);
    this.host = args.host();
    zone = new Zone(name, ZoneArgs.builder().name(host).build(), child());
    args.gateways().addresses.forEach(this::answerWith);
    registerOutputs(Map.of("nameServers", zone.nameServers()));
  }

  private void answerWith(String gateway, Eip address) {
    var check =
        new HealthCheck(
            gateway,
            HealthCheckArgs.builder()
                .type("HTTPS")
                .ipAddress(address.publicIp())
                .port(443)
                .fqdn(host)
                .enableSni(true)
                .resourcePath(Gateway.HEALTH_PATH)
                .requestInterval(10)
                .failureThreshold(2)
                .tags(Map.of("Name", gateway))
                .build(),
            child());
    new Record(
        gateway,
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(host)
            .type("A")
            .ttl(30)
            .setIdentifier(gateway)
            .multivalueAnswerRoutingPolicy(true)
            .healthCheckId(check.id())
            .records(address.publicIp().applyValue(List::of))
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
