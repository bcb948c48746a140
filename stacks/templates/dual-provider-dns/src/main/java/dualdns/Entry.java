package dualdns;

import com.pulumi.aws.globalaccelerator.Accelerator;
import com.pulumi.aws.globalaccelerator.AcceleratorArgs;
import com.pulumi.aws.globalaccelerator.EndpointGroup;
import com.pulumi.aws.globalaccelerator.EndpointGroupArgs;
import com.pulumi.aws.globalaccelerator.Listener;
import com.pulumi.aws.globalaccelerator.ListenerArgs;
import com.pulumi.aws.globalaccelerator.inputs.EndpointGroupEndpointConfigurationArgs;
import com.pulumi.aws.globalaccelerator.inputs.ListenerPortRangeArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * Two addresses, announced from many places, that lead to the nearest region that is well. They
 * never change, so that plain records are enough, which every DNS provider can answer.
 */
final class Entry extends ComponentResource {
  private final String name;
  private final Accelerator accelerator;
  private final Listener listener;

  record Args(String stack) {}

  Entry(String name, Args args, ComponentResourceOptions options) {
    super("dualdns:index:Entry", name, options);
    this.name = name;
    accelerator =
        new Accelerator(
            name,
            AcceleratorArgs.builder().name(args.stack()).ipAddressType("IPV4").build(),
            child());
    listener =
        new Listener(
            name,
            ListenerArgs.builder()
                .acceleratorArn(accelerator.arn())
                .protocol("TCP")
                .portRanges(port(Balancer.HTTP), port(Balancer.HTTPS))
                .build(),
            child());
    registerOutputs(Map.of("addresses", addresses()));
  }

  Output<List<String>> addresses() {
    return accelerator.ipSets().applyValue(sets -> sets.get(0).ipAddresses());
  }

  /** Sends to a region for as long as its balancer has tasks that are well. */
  void sendTo(String region, Balancer balancer) {
    new EndpointGroup(
        name + "-" + region,
        EndpointGroupArgs.builder()
            .listenerArn(listener.arn())
            .endpointGroupRegion(region)
            .endpointConfigurations(
                EndpointGroupEndpointConfigurationArgs.builder()
                    .endpointId(balancer.arn())
                    .clientIpPreservationEnabled(true)
                    .weight(128)
                    .build())
            .build(),
        child());
  }

  private static ListenerPortRangeArgs port(int port) {
    return ListenerPortRangeArgs.builder().fromPort(port).toPort(port).build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
