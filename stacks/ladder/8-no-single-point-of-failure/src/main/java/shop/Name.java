package shop;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.HealthCheckArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.core.Output;
import com.pulumi.gcp.dns.ManagedZone;
import com.pulumi.gcp.dns.ManagedZoneArgs;
import com.pulumi.gcp.dns.RecordSet;
import com.pulumi.gcp.dns.RecordSetArgs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shop's name, with the same answers from Route 53 and from Google Cloud DNS. */
final class Name {
  private static final int TTL = 60;
  private static final int TTL_OF_SERVERS = 3600;

  private final String host;
  private final Zone route53;
  private final ManagedZone google;

  /** The name servers of both; the parent zone delegates to all of them. */
  final Output<List<String>> servers;

  Name(String host) {
    this.host = host;
    route53 = new Zone("zone", ZoneArgs.builder().name(host).build());
    google =
        new ManagedZone(
            "google-zone",
            ManagedZoneArgs.builder()
                .name(host.replace('.', '-'))
                .dnsName(host + ".")
                .description("the same zone as in Route 53")
                .build());
    servers =
        Output.tuple(route53.nameServers(), google.nameServers())
            .applyValue(
                both ->
                    Stream.of(both.t1, both.t2).flatMap(List::stream).map(Name::rooted).toList());
    delegate();
  }

  /** Answers with the addresses of these balancers, from both providers. */
  void answer(Map<String, Eip> balancers) {
    balancers.forEach(this::answerFromRoute53);
    answerFromGoogle(balancers.values());
  }

  // Each provider has to name the other's servers too, or resolvers forget those.
  private void delegate() {
    new Record(
        "name-servers",
        RecordArgs.builder()
            .zoneId(route53.zoneId())
            .name(host)
            .type("NS")
            .ttl(TTL_OF_SERVERS)
            .allowOverwrite(true)
            .records(servers)
            .build());
    new RecordSet(
        "google-name-servers",
        RecordSetArgs.builder()
            .managedZone(google.name())
            .name(host + ".")
            .type("NS")
            .ttl(TTL_OF_SERVERS)
            .rrdatas(servers)
            .build());
  }

  private void answerFromRoute53(String balancer, Eip address) {
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
            .zoneId(route53.zoneId())
            .name(host)
            .type("A")
            .ttl(TTL)
            .setIdentifier(balancer)
            .multivalueAnswerRoutingPolicy(true)
            .healthCheckId(check.id())
            .records(address.publicIp().applyValue(List::of))
            .build());
  }

  // Google does not check addresses outside its own cloud: clients try the next of the answers.
  private void answerFromGoogle(Collection<Eip> addresses) {
    new RecordSet(
        "google-shop",
        RecordSetArgs.builder()
            .managedZone(google.name())
            .name(host + ".")
            .type("A")
            .ttl(TTL)
            .rrdatas(Output.all(addresses.stream().map(Eip::publicIp).toList()))
            .build());
  }

  private static String rooted(String server) {
    return server.endsWith(".") ? server : server + ".";
  }
}
