package clusters;

import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.AddonArgs;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterUpgradePolicyArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterZonalShiftConfigArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An EKS cluster, of which AWS keeps the API servers in three zones, with nodes in every zone. */
final class Cluster extends ComponentResource {
  /** Nodes have no network, and pods no rights, before these run. */
  private static final List<String> BEFORE_NODES =
      List.of("vpc-cni", "kube-proxy", "eks-pod-identity-agent");

  /** Pods themselves; the monitoring agent tells EKS which nodes to replace. */
  private static final List<String> AFTER_NODES =
      List.of("coredns", "metrics-server", "eks-node-monitoring-agent");

  private static final String TRUST =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": { "Service": "eks.amazonaws.com" },
            "Action": "sts:AssumeRole"
          }
        ]
      }
      """;

  // Credentials are not in it: whoever uses it asks AWS for a token, with credentials of their own.
  private static final String KUBECONFIG =
      """
      {
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [
          {
            "name": "eks",
            "cluster": { "server": "%s", "certificate-authority-data": "%s" }
          }
        ],
        "users": [
          {
            "name": "aws",
            "user": {
              "exec": {
                "apiVersion": "client.authentication.k8s.io/v1beta1",
                "command": "aws",
                "args": ["eks", "get-token", "--cluster-name", "%s", "--region", "%s"]
              }
            }
          }
        ],
        "contexts": [{ "name": "eks", "context": { "cluster": "eks", "user": "aws" } }],
        "current-context": "eks"
      }
      """;

  final Output<String> name;
  final Output<String> kubeconfig;

  private final List<Resource> ready = new ArrayList<>();

  record Args(Settings settings, String region, Network network) {}

  Cluster(String name, Args args, ComponentResourceOptions options) {
    super("clusters:index:Cluster", name, options);
    var cluster = cluster(name, args);
    this.name = cluster.name();
    var first = addons(name, BEFORE_NODES, List.of(cluster));
    var nodes =
        new Nodes(
            name + "-nodes",
            new Nodes.Args(args.settings(), args.network(), cluster.name()),
            ComponentResourceOptions.builder().parent(this).dependsOn(first).build());
    ready.addAll(nodes.groups);
    ready.addAll(addons(name, AFTER_NODES, List.copyOf(nodes.groups)));
    kubeconfig =
        Output.tuple(cluster.endpoint(), cluster.certificateAuthority(), cluster.name())
            .applyValue(
                it -> KUBECONFIG.formatted(it.t1, it.t2.data().orElse(""), it.t3, args.region()));
    registerOutputs(Map.of("name", this.name));
  }

  /** What has to be there before pods can run. */
  List<Resource> ready() {
    return List.copyOf(ready);
  }

  private com.pulumi.aws.eks.Cluster cluster(String name, Args args) {
    var role = new Role(name, RoleArgs.builder().assumeRolePolicy(TRUST).build(), child(List.of()));
    var rights =
        new RolePolicyAttachment(
            name,
            RolePolicyAttachmentArgs.builder()
                .role(role.name())
                .policyArn("arn:aws:iam::aws:policy/AmazonEKSClusterPolicy")
                .build(),
            child(List.of()));
    return new com.pulumi.aws.eks.Cluster(
        name,
        ClusterArgs.builder()
            .version(args.settings().kubernetesVersion())
            .roleArn(role.arn())
            .vpcConfig(
                ClusterVpcConfigArgs.builder()
                    .subnetIds(Network.ids(args.network().privateSubnets))
                    .endpointPrivateAccess(true)
                    .endpointPublicAccess(true)
                    .publicAccessCidrs(args.settings().adminAddresses())
                    .build())
            .accessConfig(
                ClusterAccessConfigArgs.builder()
                    .authenticationMode("API")
                    .bootstrapClusterCreatorAdminPermissions(true)
                    .build())
            .bootstrapSelfManagedAddons(false)
            .enabledClusterLogTypes("api", "audit", "authenticator")
            .upgradePolicy(ClusterUpgradePolicyArgs.builder().supportType("STANDARD").build())
            // Lets AWS, or a person, take a zone out of service that is ill and not quite dead.
            .zonalShiftConfig(ClusterZonalShiftConfigArgs.builder().enabled(true).build())
            .build(),
        child(List.of(rights)));
  }

  private List<Resource> addons(String name, List<String> addons, List<Resource> after) {
    var made = new ArrayList<Resource>();
    for (var addon : addons) {
      made.add(
          new Addon(
              name + "-" + addon,
              AddonArgs.builder().clusterName(this.name).addonName(addon).build(),
              child(after)));
    }
    return made;
  }

  private CustomResourceOptions child(List<Resource> after) {
    return CustomResourceOptions.builder().parent(this).dependsOn(after).build();
  }
}
