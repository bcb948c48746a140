package shop;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.GlobalCluster;
import com.pulumi.aws.rds.GlobalClusterArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.aws.secretsmanager.SecretsmanagerFunctions;
import com.pulumi.aws.secretsmanager.inputs.GetRandomPasswordArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretReplicaArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What users read and the shop's own people write: an Aurora global database. The servers of each
 * region read the copy there, so that they need the other region for nothing.
 *
 * <p>Only one region takes writes. When it is lost somebody has to promote the other: until then
 * the shop sells from a catalogue that nobody can edit. Whatever users have to write in that hour
 * belongs into {@link Orders}.
 */
final class Catalogue extends ComponentResource {
  static final int PORT = 5432;
  static final String NAME = "shop";

  final GlobalCluster global;

  private final Map<String, Copy> copies = new LinkedHashMap<>();
  private final Secret secret;

  record Args(Region primary, Region secondary, Settings settings) {}

  /**
   * The copy in one region.
   *
   * @param secretArn the user and the password, as kept in that region
   * @param takesWrites as long as nobody has promoted the other
   */
  record Copy(Cluster cluster, Output<String> secretArn, boolean takesWrites) {}

  Catalogue(String name, Args args) {
    super("shop:index:Catalogue", name, args.primary().options());
    var primary = args.primary();
    var secondary = args.secondary();
    global =
        new GlobalCluster(
            name,
            GlobalClusterArgs.builder()
                .globalClusterIdentifier(args.settings().stack() + "-" + name)
                .engine(CatalogueCluster.ENGINE)
                .engineVersion(CatalogueCluster.VERSION)
                .databaseName(NAME)
                .storageEncrypted(true)
                .deletionProtection(args.settings().deletionProtection())
                .build(),
            child());
    var password = password();
    secret = secret(name, secondary, password);
    var writer =
        new CatalogueCluster(
            primary.name(name),
            new CatalogueCluster.Args(primary, global, args.settings(), List.of()),
            this,
            builder -> builder.masterUsername("shop").masterPassword(password));
    var reader =
        new CatalogueCluster(
            secondary.name(name),
            // It can only be joined to a global database that runs.
            new CatalogueCluster.Args(secondary, global, args.settings(), writer.instances),
            this,
            builder -> builder);
    copies.put(primary.name, new Copy(writer.cluster, secret.arn(), true));
    copies.put(
        secondary.name,
        new Copy(
            reader.cluster,
            secret.arn().applyValue(arn -> arn.replace(primary.name, secondary.name)),
            false));
    registerOutputs(Map.of("writer", global.endpoint()));
  }

  Copy in(Region region) {
    return copies.get(region.name);
  }

  Output<String> secretArn() {
    return secret.arn();
  }

  /**
   * A password for the first user. RDS makes none for global databases itself. A new one comes with
   * every deployment, and only that of the first is taken.
   */
  private Output<String> password() {
    return SecretsmanagerFunctions.getRandomPassword(
            GetRandomPasswordArgs.builder().passwordLength(32).excludePunctuation(true).build(),
            InvokeOptions.builder().parent(this).build())
        .applyValue(made -> made.randomPassword())
        .asSecret();
  }

  /** The secret, with a copy in the other region: servers there must not ask for it over here. */
  private Secret secret(String name, Region secondary, Output<String> password) {
    var secret =
        new Secret(
            name,
            SecretArgs.builder()
                .replicas(SecretReplicaArgs.builder().region(secondary.name).build())
                .build(),
            child());
    new SecretVersion(
        name,
        SecretVersionArgs.builder()
            .secretId(secret.id())
            .secretString(
                Output.format("{\"username\":\"shop\",\"password\":\"%s\"}", password).asSecret())
            .build(),
        CustomResourceOptions.builder().parent(this).ignoreChanges("secretString").build());
    return secret;
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
