package dualdns;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A domain that two DNS providers serve alike, and a service in several regions behind it.
 *
 * <p>Only what both providers know is in the zone: plain records. What would differ between them,
 * such as answers that follow health checks, is left to addresses that are the same from
 * everywhere.
 */
public final class App {
  public static void main(String[] args) {
    Pulumi.run(App::deploy);
  }

  private static void deploy(Context context) {
    var settings = Settings.of(context);
    var domain = settings.domain();
    var providers = new LinkedHashMap<String, Provider>();
    settings.regions().forEach(region -> providers.put(region, provider(context, region, region)));
    var home = with(providers.get(settings.regions().get(0)));

    var zone = new DualZone("zone", new DualZone.Args(domain), home);
    if (settings.delegate()) {
      // Registrations are looked after from this region, whatever is run where.
      var registrar = with(provider(context, "registrar", "us-east-1"));
      new Delegation("delegation", new Delegation.Args(domain, zone.servers), registrar);
    }
    var certificates = new Certificates("certificates", new Certificates.Args(zone), home);
    var entry = new Entry("entry", new Entry.Args(settings.name()), home);
    int number = 0;
    for (var each : providers.entrySet()) {
      var region = each.getKey();
      var options = with(each.getValue());
      var zones = settings.zones().stream().map(letter -> region + letter).toList();
      var network =
          new Network(
              region + "-network",
              new Network.Args("10." + (60 + number++), region, zones),
              options);
      var certificate = certificates.in(region, each.getValue());
      var service =
          new Service(
              region + "-service", new Service.Args(settings, network, certificate), options);
      entry.sendTo(region, service.balancer);
    }
    zone.answer(domain, "A", entry.addresses());
    zone.answer("www." + domain, "CNAME", Output.of(List.of(domain + ".")));
    // Who may issue certificates, and that no mail is sent from here.
    zone.answer(domain, "CAA", Output.of(List.of("0 issue \"amazon.com\"")));
    zone.answer(domain, "TXT", Output.of(List.of("v=spf1 -all")));

    context.export("url", Output.of("https://" + domain));
    context.export("nameServers", zone.servers);
  }

  private static ComponentResourceOptions with(Provider provider) {
    return ComponentResourceOptions.builder().providers(provider).build();
  }

  private static Provider provider(Context context, String name, String region) {
    return new Provider(
        name,
        ProviderArgs.builder()
            .region(region)
            .defaultTags(
                ProviderDefaultTagsArgs.builder()
                    .tags(
                        Map.of(
                            "project", context.projectName(),
                            "stack", context.stackName(),
                            "managed-by", "pulumi"))
                    .build())
            .build());
  }
}
