package clusters;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** A service on a cluster in each of several regions, with its data in all of them, by one name. */
public final class App {
  public static void main(String[] args) {
    Pulumi.run(App::deploy);
  }

  private static void deploy(Context context) {
    var settings = Settings.of(context);
    var providers = new LinkedHashMap<String, Provider>();
    settings.regions().forEach(region -> providers.put(region, provider(context, region)));
    // What is not of one region is looked after from the first.
    var home = with(providers.get(settings.regions().get(0)));
    var data = new Data("data", new Data.Args(settings.regions()), home);
    var name = new Name("name", new Name.Args(settings.domain(), settings.healthPath()), home);

    int number = 0;
    for (var entry : providers.entrySet()) {
      var region = entry.getKey();
      var options = with(entry.getValue());
      var certificate = name.certify(region, options);
      var site =
          new Site(
              region,
              // Networks that do not overlap can be joined one day.
              new Site.Args(settings, region, "10." + (40 + number++), certificate, data),
              options);
      name.answer(region, site.address, site.hostedZone);
      context.export("kubeconfig-" + region, site.kubeconfig);
    }
    context.export("url", Output.of("https://" + settings.domain()));
    context.export("nameServers", name.servers());
  }

  private static ComponentResourceOptions with(Provider provider) {
    return ComponentResourceOptions.builder().providers(provider).build();
  }

  private static Provider provider(Context context, String region) {
    return new Provider(
        region,
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
