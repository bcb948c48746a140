package shop;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;

/** A web service that survives the loss of any one zone of its region. */
public final class App {
  public static void main(String[] args) {
    Pulumi.run(App::deploy);
  }

  private static void deploy(Context context) {
    var settings = Settings.of(context);
    var network = new Network("network", new Network.Args("10.0"));
    var firewall =
        new Firewall("firewall", new Firewall.Args(network.vpc.id(), settings.containerPort()));
    var domain =
        new Domain("domain", new Domain.Args(settings.domain(), settings.certificateArn()));
    var database =
        new Database("database", new Database.Args(network, firewall.database, settings));
    var balancer =
        new Balancer(
            "balancer",
            new Balancer.Args(
                network,
                firewall.balancer,
                domain.certificateArn,
                settings.containerPort(),
                settings.healthPath(),
                settings.deletionProtection()));
    new WebTier("web", new WebTier.Args(network, firewall.web, balancer, database, settings));
    domain.leadTo(balancer.loadBalancer);
    new Alarms(
        "alarms",
        new Alarms.Args(balancer, database, settings.minServers(), settings.alarmEmail()));

    context.export("url", Output.of("https://" + settings.domain()));
    context.export("nameServers", domain.zone.nameServers());
    context.export("databaseSecret", database.secretArn);
  }
}
