package shop;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;

/** A web service behind gateways of its own, which survives the loss of any one zone. */
public final class App {
  public static void main(String[] args) {
    Pulumi.run(App::deploy);
  }

  private static void deploy(Context context) {
    var settings = Settings.of(context);
    var network = new Network("network", new Network.Args("10.0"));
    var firewall =
        new Firewall("firewall", new Firewall.Args(network.vpc.id(), settings.containerPort()));
    var database =
        new Database("database", new Database.Args(network, firewall.database, settings));
    var web = new WebTier("web", new WebTier.Args(network, firewall.web, database, settings));
    var alarms = new Alarms("alarms", new Alarms.Args(network, database, settings.alarmEmail()));
    var gateways =
        new Gateways(
            "gateways", new Gateways.Args(network, firewall.gateway, web, alarms, settings));
    var domain = new Domain("domain", new Domain.Args(settings.domain(), gateways));

    context.export("url", Output.of("https://" + settings.domain()));
    context.export("nameServers", domain.zone.nameServers());
    context.export("certificateSecret", gateways.certificate.name());
    context.export("databaseSecret", database.secretArn);
  }
}
