package shop;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import java.util.List;

/**
 * A web service in two regions that serve users at the same time. Each has all that it needs to
 * serve them, and none of it is in the other: that is why the loss of one is no more than longer
 * ways.
 */
public final class App {
  public static void main(String[] args) {
    Pulumi.run(App::deploy);
  }

  private static void deploy(Context context) {
    var settings = Settings.of(context);
    var primary = new Region(settings.primaryRegion(), "10.0", settings);
    var secondary = new Region(settings.secondaryRegion(), "10.1", settings);

    var domain =
        new Domain("domain", new Domain.Args(settings.domain(), List.of(primary, secondary)));
    var catalogue = new Catalogue("catalogue", new Catalogue.Args(primary, secondary, settings));
    var orders =
        new Orders("orders", new Orders.Args(secondary, settings.deletionProtection()), primary);
    var uploads = new Uploads("uploads", new Uploads.Args(primary, secondary));

    for (var region : List.of(primary, secondary)) {
      var balancer =
          region.serve(domain.certificateFor(region), catalogue.in(region), orders, uploads);
      domain.leadTo(region, balancer, settings.healthPath());
    }

    context.export("url", Output.of("https://" + settings.domain()));
    context.export("nameServers", domain.zone.nameServers());
    context.export("catalogueWriter", catalogue.global.endpoint());
    context.export("catalogueSecret", catalogue.secretArn());
  }
}
