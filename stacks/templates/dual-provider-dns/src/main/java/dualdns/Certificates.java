package dualdns;

import com.pulumi.aws.Provider;
import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * A certificate for each region. That the domain is ours is proved by records in it, which both
 * providers have: whoever checks asks one of them, and nobody knows which.
 */
final class Certificates extends ComponentResource {
  private final String name;
  private final DualZone zone;

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
                .subjectAlternativeNames("*." + zone.domain)
                .validationMethod("DNS")
                .build(),
            options);
    if (!proved) {
      prove(certificate);
      proved = true;
    }
    return new CertificateValidation(
            name + "-" + region,
            CertificateValidationArgs.builder().certificateArn(certificate.arn()).build(),
            options)
        .certificateArn();
  }

  // One record proves the domain and all names in it, for every certificate of the account.
  private void prove(Certificate certificate) {
    var proof = certificate.domainValidationOptions().applyValue(options -> options.get(0));
    zone.answer(
        "proof",
        proof.applyValue(it -> it.resourceRecordName().orElseThrow()),
        "CNAME",
        proof.applyValue(it -> List.of(it.resourceRecordValue().orElseThrow())));
  }
}
