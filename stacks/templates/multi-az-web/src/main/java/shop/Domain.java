package shop;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public name: its hosted zone, its certificate, and where it leads. */
final class Domain extends ComponentResource {
  final Zone zone;
  final Output<String> certificateArn;

  private final String name;
  private final String host;

  /**
   * @param host the public name
   * @param certificateArn a certificate for it that exists already
   */
  record Args(String host, Optional<String> certificateArn) {}

  Domain(String name, Args args) {
    super("shop:index:Domain", name, ComponentResourceOptions.Empty);
    this.name = name;
    this.host = args.host();
    zone = new Zone(name, ZoneArgs.builder().name(host).build(), child());
    certificateArn = args.certificateArn().map(Output::of).orElseGet(this::issue);
    registerOutputs(Map.of("nameServers", zone.nameServers()));
  }

  /**
   * Lets the name answer with the balancer's addresses: one in each zone that has a healthy node.
   */
  void leadTo(LoadBalancer balancer) {
    new Record(
        name + "-web",
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(host)
            .type("A")
            .aliases(
                RecordAliasArgs.builder()
                    .name(balancer.dnsName())
                    .zoneId(balancer.zoneId())
                    .evaluateTargetHealth(true)
                    .build())
            .build(),
        child());
  }

  /**
   * Has a certificate issued. It renews itself for as long as the record is there. The first
   * deployment waits here until the parent zone delegates to the name servers of this one.
   */
  private Output<String> issue() {
    var certificate =
        new Certificate(
            name,
            CertificateArgs.builder().domainName(host).validationMethod("DNS").build(),
            child());
    var proof = certificate.domainValidationOptions().applyValue(options -> options.get(0));
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
    return new CertificateValidation(
            name,
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(record.fqdn().applyValue(List::of))
                .build(),
            child())
        .certificateArn();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
