package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.BundledEntries;
import dev.cutset.catalog.Patch;
import dev.cutset.catalog.ResourceType;
import dev.cutset.policy.Fix;
import dev.cutset.remedy.PropertyAddress;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is shown as code is code. */
class SnippetTest {
  private static final Pattern BUILDER = Pattern.compile("(\\w+)Args\\.builder\\(\\)");
  private static final Pattern SETTER = Pattern.compile("^ *\\.(\\w+)\\(");

  /** Lists among the properties that patches set; only these hold more than one object. */
  private static final Set<String> LISTS = Set.of("aliases", "productionVariants");

  @Test
  void each_patch_of_aws_and_google_is_java_that_the_sdk_knows() throws ClassNotFoundException {
    int checked = 0;
    for (ResourceType type : BundledEntries.all()) {
      for (Patch patch : type.patches()) {
        if (Set.of("aws", "gcp").contains(type.token().split(":")[0])) {
          check(type.token(), new JavaSnippet(fix(type.token(), patch)).lines());
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  /** Follows the builders: each setter has to be a method of the innermost builder that is open. */
  private static void check(String token, List<String> lines) throws ClassNotFoundException {
    List<Class<?>> open = new ArrayList<>();
    String module = "com.pulumi." + token.split("[:/]")[0] + "." + token.split("[:/]")[1] + ".";
    for (String line : lines) {
      Matcher setter = SETTER.matcher(line);
      if (setter.find() && !setter.group(1).equals("build")) {
        Class<?> builder = open.get(open.size() - 1);
        assertThat(builder.getMethods())
            .as("%s of %s", setter.group(1), builder)
            .anyMatch(method -> method.getName().equals(setter.group(1)));
      }
      Matcher args = BUILDER.matcher(line);
      if (args.find()) {
        String name = module + (open.isEmpty() ? "" : "inputs.") + args.group(1) + "Args$Builder";
        open.add(Class.forName(name));
      }
      if (line.contains(".build())")) {
        open.remove(open.size() - 1);
      }
    }
    assertThat(open).hasSize(1);
  }

  @Test
  void lists_that_patches_reach_into_are_those_whose_terraform_name_was_looked_up() {
    Set<String> plural = new TreeSet<>();
    for (ResourceType type : BundledEntries.all()) {
      if (!type.token().startsWith("azure-native:")) {
        type.patches().stream()
            .flatMap(patch -> patch.set().keySet().stream())
            .flatMap(path -> path.steps().subList(0, path.steps().size() - 1).stream())
            .filter(step -> step.endsWith("s"))
            .forEach(plural::add);
      }
    }

    // `settings` of Cloud SQL is one block, and `production_variants` is called so.
    assertThat(plural).containsExactly("aliases", "productionVariants", "settings");
  }

  @Test
  void terraform_is_written_with_its_names_and_blocks() {
    Fix fix =
        new Fix(
            new Urn("module.dns.aws_route53_record.www[\"a\"]"),
            "aws:route53/record:Record",
            List.of(
                change(
                    new PropertyAddress(
                        List.of(
                            new PropertyAddress.Key("aliases"),
                            new PropertyAddress.Index(0),
                            new PropertyAddress.Key("evaluateTargetHealth"))),
                    Value.of(true))),
            List.of(),
            0,
            OptionalDouble.empty());

    assertThat(new TerraformSnippet(fix).lines())
        .containsExactly(
            "# in module.dns",
            "resource \"aws_route53_record\" \"www\" {",
            "  alias {",
            "    evaluate_target_health = true",
            "  }",
            "}");
  }

  @Test
  void a_text_stays_one_text() {
    Fix fix =
        new Fix(
            new Urn("urn:pulumi:a::b::azure-native:x:Y::z"),
            "azure-native:x:Y",
            List.of(change(PropertyAddress.of("sku", "name"), Value.of("a\"b\\c"))),
            List.of(),
            0,
            OptionalDouble.empty());

    assertThat(new JavaSnippet(fix).lines())
        .containsExactly(
            "YArgs.builder()", "    .sku(…", "        .name(\"a\\\"b\\\\c\")", "        )");
  }

  private static Fix fix(String token, Patch patch) {
    List<PropertyChange> changes = new ArrayList<>();
    for (PropertyPath path : patch.set().keySet()) {
      List<PropertyAddress.Step> steps = new ArrayList<>();
      for (String step : path.steps()) {
        steps.add(new PropertyAddress.Key(step));
        if (LISTS.contains(step)) {
          steps.add(new PropertyAddress.Index(0));
        }
      }
      changes.add(change(new PropertyAddress(steps), Value.of(2)));
    }
    Urn urn = new Urn("urn:pulumi:a::b::" + token + "::it");
    return new Fix(urn, token, changes, List.of(), 0, OptionalDouble.empty());
  }

  private static PropertyChange change(PropertyAddress address, Value to) {
    return new PropertyChange(address, Optional.empty(), to, "SPOF-X", false, "it is better");
  }
}
