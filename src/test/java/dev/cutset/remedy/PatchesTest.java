package dev.cutset.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Golden;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.BundledEntries;
import dev.cutset.catalog.ConditionTester;
import dev.cutset.catalog.Patch;
import dev.cutset.catalog.ResourceType;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the patches of the catalog do to whole stacks: each mends something, none does harm. */
class PatchesTest {
  private static final Set<String> POLICIES =
      PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id).collect(Collectors.toSet());
  private static final Remedies REMEDIES = new Remedies(Mending.CATALOG);

  static List<Path> stacks() {
    return Mending.stacks();
  }

  static List<Path> cases() {
    return Mending.cases();
  }

  @Test
  void every_patch_mends_a_finding_in_some_stack() {
    Set<Patch> mending = new HashSet<>();
    for (Path path : Mending.stacks()) {
      Stack stack = Mending.read(path);
      Judgement before = Mending.judge(stack);
      for (Resource resource : stack.resources()) {
        for (Patch patch : patches(resource)) {
          if (!mending.contains(patch) && mends(patch, resource, stack, before)) {
            mending.add(patch);
          }
        }
      }
    }
    List<String> idle = new ArrayList<>();
    for (ResourceType type : BundledEntries.all()) {
      type.patches().stream()
          .filter(patch -> !mending.contains(patch))
          .forEach(patch -> idle.add(type.token() + " " + patch.set().keySet()));
    }
    assertThat(idle).as("patches without a stack that needs them").isEmpty();
  }

  @Test
  void patches_are_about_policies_that_there_are() {
    assertThat(BundledEntries.all().stream().flatMap(type -> type.patches().stream()))
        .isNotEmpty()
        .allSatisfy(patch -> assertThat(POLICIES).containsAll(patch.policies()));
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void what_is_set_makes_nothing_worse(Path path) {
    Stack stack = Mending.read(path);
    Judgement before = Mending.judge(stack);
    Judgement after = Mending.judge(mended(stack));

    assertThat(survived(after)).as("what is survived").containsAll(survived(before));
    for (Finding finding : after.findings()) {
      assertThat(before.findings())
          .as("what is found after: %s", told(finding))
          .anyMatch(
              old ->
                  old.resources().containsAll(finding.resources())
                      && old.scope().compareTo(finding.scope()) <= 0
                      && (old.verdict() == finding.verdict() || old.verdict() == Verdict.DOWN));
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void what_is_set_twice_is_set_once(Path path) {
    Stack once = mended(Mending.read(path));

    assertThat(mended(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_is_changed_as_its_file_says(Path file) throws IOException {
    Stack stack = Mending.read(file);
    List<String> lines = new ArrayList<>();
    for (Resource resource : stack.resources()) {
      for (PropertyChange change : proposals(resource)) {
        lines.add(
            resource.name()
                + ": "
                + change.property()
                + ", "
                + change.from().map(PatchesTest::text).orElse("not set")
                + " -> "
                + text(change.to())
                + ", for "
                + change.policy()
                + (change.replaces() ? ", made anew" : ""));
      }
    }
    Mending.judge(stack).findings().forEach(finding -> lines.add("before: " + told(finding)));
    Mending.judge(mended(stack)).findings().forEach(f -> lines.add("after: " + told(f)));
    Path expected = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));

    Golden.assertSame(expected, String.join("\n", lines) + "\n");
  }

  private static List<Patch> patches(Resource resource) {
    return Mending.CATALOG.find(resource.type()).map(ResourceType::patches).orElse(List.of());
  }

  /** Whether a finding of one of its policies is gone or milder, with this patch alone. */
  private static boolean mends(Patch patch, Resource resource, Stack stack, Judgement before) {
    List<PropertyChange> changes =
        new Attempt(
                Mending.CATALOG.find(resource.type()).orElseThrow(), Mending.properties(resource))
            .changes(patch, patch.policies().get(0));
    if (changes.isEmpty()) {
      return false;
    }
    List<Finding> after =
        Mending.judge(Mending.changed(stack, one -> one.equals(resource) ? changes : List.of()))
            .findings();
    return before.findings().stream()
        .filter(finding -> patch.policies().contains(finding.policy()))
        .anyMatch(
            finding ->
                after.stream()
                    .filter(one -> one.policy().equals(finding.policy()))
                    .noneMatch(one -> Mending.atLeast(one, finding)));
  }

  private static Stack mended(Stack stack) {
    return Mending.changed(stack, PatchesTest::proposals);
  }

  private static List<PropertyChange> proposals(Resource resource) {
    return REMEDIES.proposals(resource.type(), Mending.properties(resource), POLICIES);
  }

  private static Set<String> survived(Judgement judgement) {
    return judgement.entryPoints().stream()
        .flatMap(entry -> entry.survives().stream().map(scope -> entry.name() + " " + scope))
        .collect(Collectors.toSet());
  }

  private static String told(Finding finding) {
    return finding.policy()
        + " at "
        + finding.scope().word()
        + ", "
        + finding.verdict().word()
        + ", "
        + finding.resources().stream().map(urn -> urn.name()).toList();
  }

  private static String text(Value value) {
    return ConditionTester.asText(value).orElseThrow();
  }
}
