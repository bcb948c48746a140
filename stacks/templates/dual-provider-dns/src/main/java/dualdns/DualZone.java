package dualdns;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.core.Output;
import com.pulumi.gcp.dns.ManagedZone;
import com.pulumi.gcp.dns.ManagedZoneArgs;
import com.pulumi.gcp.dns.RecordSet;
import com.pulumi.gcp.dns.RecordSetArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One zone, served by Route 53 and by Google Cloud DNS. Resolvers ask any of its name servers, and
 * the next when one is silent, so that either provider is enough, as long as both say the same:
 * each record is given once and goes to both.
 */
final class DualZone extends ComponentResource {
  private static final int TTL = 300;
  private static final int TTL_OF_SERVERS = 86400;

  final String domain;

  /** The name servers of both. */
  final Output<List<String>> servers;

  private final String name;
  private final Zone route53;
  private final ManagedZone google;

  record Args(String domain) {}

  DualZone(String name, Args args, ComponentResourceOptions options) {
    super("dualdns:index:DualZone", name, options);
    this.name = name;
    domain = args.domain();
    route53 =
        new Zone(
            name + "-route53",
            ZoneArgs.builder().name(domain).comment("also with Google Cloud DNS").build(),
            child());
    google =
        new ManagedZone(
            name + "-google",
            ManagedZoneArgs.builder()
                .dnsName(domain + ".")
                .description("also with Route 53")
                .build(),
            child());
    servers =
        Output.tuple(route53.nameServers(), google.nameServers())
            .applyValue(
                both ->
                    Stream.of(both.t1, both.t2)
                        .flatMap(List::stream)
                        .map(DualZone::rooted)
                        .toList());
    // Each provider has to name the other's servers, too, or resolvers forget those.
    answer(domain, "NS", TTL_OF_SERVERS, servers);
    registerOutputs(Map.of("servers", servers));
  }

  /**
   * Answers alike from both providers.
   *
   * @param host the full name, without the last dot
   * @param values as in a zone file, but for the quotes of TXT
   */
  void answer(String host, String type, Output<List<String>> values) {
    answer(host, type, TTL, values);
  }

  private void answer(String host, String type, int ttl, Output<List<String>> values) {
    answer(
        host.equals(domain) ? "apex" : host.substring(0, host.length() - domain.length() - 1),
        Output.of(host),
        type,
        ttl,
        values);
  }

  /**
   * The same for a host that is not known before something exists.
   *
   * @param label what the records are called in the program
   */
  void answer(String label, Output<String> host, String type, Output<List<String>> values) {
    answer(label, host, type, TTL, values);
  }

  private void answer(
      String label, Output<String> host, String type, int ttl, Output<List<String>> values) {
    new Record(
        "%s-route53-%s-%s".formatted(name, label, type),
        RecordArgs.builder()
            .zoneId(route53.zoneId())
            .name(host)
            .type(type)
            .ttl(ttl)
            // Route 53 has put name servers into the zone already, its own alone.
            .allowOverwrite(type.equals("NS"))
            .records(values)
            .build(),
        child());
    new RecordSet(
        "%s-google-%s-%s".formatted(name, label, type),
        RecordSetArgs.builder()
            .managedZone(google.name())
            .name(host.applyValue(DualZone::rooted))
            .type(type)
            .ttl(ttl)
            .rrdatas(type.equals("TXT") ? values.applyValue(DualZone::quoted) : values)
            .build(),
        child());
  }

  private static String rooted(String host) {
    return host.endsWith(".") ? host : host + ".";
  }

  // The one puts them in itself, the other wants them.
  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(text -> "\"" + text + "\"").toList();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
