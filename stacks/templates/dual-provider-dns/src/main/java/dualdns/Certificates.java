package dualdns;

import com.pulumi.aws.Provider;
import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A certificate for each region. That the domain is ours is proved by records in it, which both
 * providers have: whoever checks asks one of them, and nobody knows which.
 */
final class Certificates extends ComponentResource {
  private final String name;
  private final DualZone zone;

  // The same for every certificate of a name in one account.
  private boolean proved;

  record Args(DualZone zone) {}

  Certificates(String name, Args args, ComponentResourceOptions options) {
    super("dualdns:index:Certificates", name, options);
    this.name = name;
    zone = args.zone();
    registerOutputs(Map.of());
  }

  /** The certificate of a region; waits until the domain is delegated to the zone. */
  Output<String> in(String region, Provider provider) {
    var options = CustomResourceOptions.builder().parent(this).provider(provider).build();
    var certificate =
        new Certificate(
            name + "-" + region,
            CertificateArgs.builder()
                .domainName(zone.domain)
                .subjectAlternativeNames("www." + zone.domain)
                .validationMethod("DNS")
                .build(),
            options);
    if (!proved) {
      prove("proof", zone.domain, certificate);
      prove("proof-www", "www." + zone.domain, certificate);
      proved = true;
    }
    return new CertificateValidation(
            name + "-" + region,
            CertificateValidationArgs.builder().certificateArn(certificate.arn()).build(),
            options)
        .certificateArn();
  }

  private void prove(String label, String host, Certificate certificate) {
    zone.answer(
        label,
        proof(host, certificate, it -> it.resourceRecordName().orElseThrow()),
        "CNAME",
        proof(host, certificate, it -> it.resourceRecordValue().orElseThrow())
            .applyValue(List::of));
  }

  private static Output<String> proof(
      String host,
      Certificate certificate,
      Function<CertificateDomainValidationOption, String> part) {
    return certificate
        .domainValidationOptions()
        .applyValue(
            options ->
                options.stream()
                    .filter(option -> option.domainName().filter(host::equals).isPresent())
                    .map(part)
                    .findFirst()
                    .orElseThrow());
  }
}
