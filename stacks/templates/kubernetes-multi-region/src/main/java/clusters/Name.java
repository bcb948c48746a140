package clusters;

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
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The name of the service. It answers with the nearest region that is well; to leave out one that
 * is not takes no change of DNS, and nobody to make it.
 */
final class Name extends ComponentResource {
  private final String name;
  private final Args args;
  private final Zone zone;

  // The same for every certificate of a name in one account: the first one's is enough.
  private Optional<Record> proof = Optional.empty();

  record Args(String domain, String healthPath) {}

  Name(String name, Args args, ComponentResourceOptions options) {
    super("clusters:index:Name", name, options);
    this.name = name;
    this.args = args;
    zone = new Zone(name, ZoneArgs.builder().name(args.domain()).build(), child());
    registerOutputs(Map.of("nameServers", zone.nameServers()));
  }

  /** What the parent domain has to delegate to. */
  Output<List<String>> servers() {
    return zone.nameServers();
  }

  /**
   * A certificate for the name in a region; waits until the parent domain delegates to the zone.
   */
  Output<String> certify(String region, ComponentResourceOptions inRegion) {
    var options =
        CustomResourceOptions.builder()
            .parent(this)
            .provider(inRegion.getProviders().get(0))
            .build();
    var certificate =
        new Certificate(
            name + "-" + region,
            CertificateArgs.builder().domainName(args.domain()).validationMethod("DNS").build(),
            options);
    var record = proof.orElseGet(() -> prove(certificate));
    proof = Optional.of(record);
    return new CertificateValidation(
            name + "-" + region,
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(record.fqdn().applyValue(List::of))
                .build(),
            options)
        .certificateArn();
  }

  private Record prove(Certificate certificate) {
    var option = certificate.domainValidationOptions().applyValue(options -> options.get(0));
    return new Record(
        name + "-proof",
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(option.applyValue(it -> it.resourceRecordName().orElseThrow()))
            .type("CNAME")
            .ttl(300)
            .records(option.applyValue(it -> List.of(it.resourceRecordValue().orElseThrow())))
            .build(),
        child());
  }

  /**
   * Adds a region to the answers, for as long as it is well: asked from outside, and from within.
   */
  void answer(String region, Output<String> address, Output<String> hostedZone) {
    var health =
        new HealthCheck(
            name + "-" + region,
            HealthCheckArgs.builder()
                .type("HTTPS")
                .fqdn(address)
                .port(443)
                .resourcePath(args.healthPath())
                .requestInterval(10)
                .failureThreshold(3)
                .tags(Map.of("Name", args.domain() + " in " + region))
                .build(),
            child());
    new Record(
        name + "-" + region,
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(args.domain())
            .type("A")
            .setIdentifier(region)
            .latencyRoutingPolicies(RecordLatencyRoutingPolicyArgs.builder().region(region).build())
            .healthCheckId(health.id())
            .aliases(
                RecordAliasArgs.builder()
                    .name(address)
                    .zoneId(hostedZone)
                    .evaluateTargetHealth(true)
                    .build())
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
