package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.PropertyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A misspelt name cannot pass where a Pulumi SDK knows every type and property. */
class SdkTest {
  /** Properties of newer versions of the provider than the SDK that is checked against. */
  private static final Set<String> NEWER = Set.of("aws:ec2/natGateway:NatGateway availabilityMode");

  /** S3 resources that the next major version of the provider names without a V2 at the end. */
  private static final Pattern WITHOUT_V2 =
      Pattern.compile("aws:s3/bucket(Versioning|Acl|Logging|.*Configuration):.*");

  /** What is called by names of its own in a list of settings, which no SDK knows. */
  private static final String SETTINGS = "aws:elasticbeanstalk/environment:Environment settings.";

  /** What states of earlier releases of a provider say, and its SDK no longer has. */
  private static final Set<String> EARLIER =
      Set.of(
          "aws:autoscaling/attachment:Attachment albTargetGroupArn",
          "aws:elasticache/replicationGroup:ReplicationGroup availabilityZones",
          "aws:elasticache/replicationGroup:ReplicationGroup numberCacheClusters");

  /** The packages whose SDK is among the dependencies of the tests. */
  private static final Set<String> PACKAGES = Set.of("aws", "gcp");

  private final List<ResourceType> entries =
      BundledEntries.all().stream()
          .filter(type -> PACKAGES.contains(type.token().split(":")[0]))
          .filter(type -> type.token().contains("/"))
          .filter(type -> !isNewer(type.token()))
          .toList();

  @Test
  void every_type_is_one_of_the_sdk() {
    assertThat(entries.size()).isGreaterThan(300);
    assertThat(
            entries.stream().map(ResourceType::token).filter(token -> SdkType.of(token).isEmpty()))
        .isEmpty();
  }

  @Test
  void every_property_is_one_of_its_type() {
    List<String> unknown = new ArrayList<>();
    for (ResourceType type : entries) {
      SdkType sdk = SdkType.of(type.token()).orElseThrow();
      for (PropertyPath path : Vocabulary.paths(type)) {
        Optional<String> stranger = sdk.stranger(path);
        stranger
            .filter(step -> !NEWER.contains(type.token() + " " + path))
            .filter(step -> !EARLIER.contains(type.token() + " " + path))
            .filter(step -> !(type.token() + " " + path).startsWith(SETTINGS))
            .ifPresent(step -> unknown.add(type.token() + " " + path + ": no `" + step + "`"));
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** Where a list is missing, a patch would put an object into its place. */
  @Test
  void a_patch_goes_into_a_list_only_where_there_is_one() {
    List<String> daring = new ArrayList<>();
    int lists = 0;
    for (ResourceType type : entries) {
      SdkType sdk = SdkType.of(type.token()).orElseThrow();
      for (Patch patch : type.patches()) {
        for (var entry : patch.set().entrySet()) {
          PropertyPath path = entry.getKey();
          if (path.steps().size() > 1 && sdk.isList(path.property())) {
            lists++;
            Condition there =
                new Condition(PropertyPath.of(path.property()), new Condition.Present());
            if (!entry.getValue().ifPresent() && !patch.when().contains(there)) {
              daring.add(type.token() + " " + path);
            }
          }
        }
      }
    }
    assertThat(daring).isEmpty();
    assertThat(lists).as("patches of what is in lists").isPositive();
  }

  @Test
  void a_misspelt_property_is_found() {
    SdkType sdk = SdkType.of("aws:lb/listener:Listener").orElseThrow();

    assertThat(sdk.stranger(PropertyPath.of("loadBalancerArm"))).contains("loadBalancerArm");
    assertThat(sdk.stranger(PropertyPath.of("defaultActions.targetGroup"))).contains("targetGroup");
    assertThat(sdk.stranger(PropertyPath.of("defaultActions.forward.targetGroups.arn"))).isEmpty();
  }

  /** Known by the name with V2; a name that the SDK has anyway is no newer one. */
  private static boolean isNewer(String token) {
    return WITHOUT_V2.matcher(token).matches()
        && SdkType.of(token).isEmpty()
        && SdkType.of(token.replaceFirst(":([^:]*)$", "V2:$1V2")).isPresent();
  }
}
