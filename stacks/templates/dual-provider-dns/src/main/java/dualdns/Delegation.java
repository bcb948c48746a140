package dualdns;

import com.pulumi.aws.route53domains.RegisteredDomain;
import com.pulumi.aws.route53domains.RegisteredDomainArgs;
import com.pulumi.aws.route53domains.inputs.RegisteredDomainNameServerArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * Who serves the domain, as the registry above it tells resolvers. A second provider that is not
 * named here is asked by nobody.
 */
final class Delegation extends ComponentResource {

  record Args(String domain, Output<List<String>> servers) {}

  Delegation(String name, Args args, ComponentResourceOptions options) {
    super("dualdns:index:Delegation", name, options);
    new RegisteredDomain(
        name,
        RegisteredDomainArgs.builder()
            .domainName(args.domain())
            .autoRenew(true)
            .transferLock(true)
            .nameServers(args.servers().applyValue(Delegation::named))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  private static List<RegisteredDomainNameServerArgs> named(List<String> servers) {
    return servers.stream()
        .map(server -> RegisteredDomainNameServerArgs.builder().name(withoutDot(server)).build())
        .toList();
  }

  private static String withoutDot(String server) {
    return server.endsWith(".") ? server.substring(0, server.length() - 1) : server;
  }
}
