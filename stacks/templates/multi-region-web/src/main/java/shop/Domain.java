package shop;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.HealthCheckArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.route53.inputs.RecordLatencyRoutingPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The public name: it leads to the nearest region that is healthy. Route 53 answers from all over
 * the world, also while the region is gone from which it is configured.
 */
final class Domain extends ComponentResource {
  final Zone zone;

  private final String name;
  private final String host;
  private final Map<String, Output<String>> certificates = new LinkedHashMap<>();

  /**
   * @param host the public name
   * @param regions where it leads; the first is where the zone is looked after
   */
  record Args(String host, List<Region> regions) {}

  Domain(String name, Args args) {
    super("shop:index:Domain", name, args.regions().get(0).options());
    this.name = name;
    this.host = args.host();
    zone = new Zone(name, ZoneArgs.builder().name(host).build(), child());
    issue(args.regions());
    registerOutputs(Map.of("nameServers", zone.nameServers()));
  }

  /** The region's own certificate: one in the other region would be lost with it. */
  Output<String> certificateFor(Region region) {
    return certificates.get(region.name);
  }

  /**
   * Lets the name lead to a region for those who are nearest to it. Two things take it out of the
   * answers: its balancer finds no healthy server, or its address does not answer from outside. The
   * latter is asked by the balancer's own name, which the health path has to put up with.
   */
  void leadTo(Region region, Balancer balancer, String healthPath) {
    var check =
        new HealthCheck(
            region.name("health"),
            HealthCheckArgs.builder()
                .type("HTTPS")
                .fqdn(balancer.loadBalancer.dnsName())
                .port(443)
                .enableSni(true)
                .resourcePath(healthPath)
                .requestInterval(10)
                .failureThreshold(3)
                .tags(Map.of("Name", region.name("health")))
                .build(),
            child());
    new Record(
        region.name("web"),
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(host)
            .type("A")
            .setIdentifier(region.name)
            .latencyRoutingPolicies(
                RecordLatencyRoutingPolicyArgs.builder().region(region.name).build())
            .healthCheckId(check.id())
            .aliases(
                RecordAliasArgs.builder()
                    .name(balancer.loadBalancer.dnsName())
                    .zoneId(balancer.loadBalancer.zoneId())
                    .evaluateTargetHealth(true)
                    .build())
            .build(),
        child());
  }

  /**
   * Has a certificate issued in each region. They renew themselves for as long as the record is
   * there. The first deployment waits here until the parent zone delegates to this one.
   */
  private void issue(List<Region> regions) {
    var issued = new LinkedHashMap<Region, Certificate>();
    for (var region : regions) {
      issued.put(
          region,
          new Certificate(
              region.name("certificate"),
              CertificateArgs.builder().domainName(host).validationMethod("DNS").build(),
              in(region)));
    }
    // The same record proves the name to every region.
    var proof =
        issued.get(regions.get(0)).domainValidationOptions().applyValue(options -> options.get(0));
    var record =
        new Record(
            name + "-validation",
            RecordArgs.builder()
                .zoneId(zone.zoneId())
                .name(proof.applyValue(option -> option.resourceRecordName().orElseThrow()))
                .type("CNAME")
                .records(
                    proof.applyValue(option -> List.of(option.resourceRecordValue().orElseThrow())))
                .ttl(300)
                .build(),
            child());
    issued.forEach(
        (region, certificate) -> {
          var validation =
              new CertificateValidation(
                  region.name("certificate"),
                  CertificateValidationArgs.builder()
                      .certificateArn(certificate.arn())
                      .validationRecordFqdns(record.fqdn().applyValue(List::of))
                      .build(),
                  in(region));
          certificates.put(region.name, validation.certificateArn());
        });
  }

  private CustomResourceOptions in(Region region) {
    return CustomResourceOptions.builder().parent(this).provider(region.provider).build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
