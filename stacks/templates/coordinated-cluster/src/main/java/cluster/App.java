package cluster;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** An etcd cluster that survives the loss of any one zone and heals itself, and a service on it. */
public final class App {
  private static final String ADDRESSES = "10.20";

  public static void main(String[] args) {
    Pulumi.run(App::deploy);
  }

  private static void deploy(Context context) {
    var settings = Settings.of(context);
    var options = ComponentResourceOptions.builder().providers(provider(context, settings)).build();
    var network =
        new Network(
            "network", new Network.Args(ADDRESSES, settings.region(), settings.zones()), options);
    var etcd =
        new Etcd(
            "etcd",
            new Etcd.Args(settings.name(), network, settings.nodes(), settings.nodeType()),
            options);
    var service = new Service("service", new Service.Args(settings, network, etcd), options);

    context.export("url", service.url);
    context.export("etcdEndpoints", Output.of(etcd.endpoints()));
    context.export("alarms", etcd.alarms());
  }

  private static Provider provider(Context context, Settings settings) {
    return new Provider(
        "aws",
        ProviderArgs.builder()
            .region(settings.region())
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
