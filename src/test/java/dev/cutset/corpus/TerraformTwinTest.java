package dev.cutset.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A stack that is told as a Terraform plan is judged like the same stack of Pulumi. */
class TerraformTwinTest {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());

  /** What only Pulumi's YAML programs can write. */
  private static final Set<String> NOT_IN_TERRAFORM = Set.of("entry-point-group-given-whole");

  @TestFactory
  Stream<DynamicTest> a_plan_is_judged_like_its_pulumi_twin() {
    TerraformTypes types = new TerraformTypes();
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (CorpusCase stack : CorpusCase.all()) {
      if (NOT_IN_TERRAFORM.contains(stack.name())) {
        continue;
      }
      Map<?, ?> program = YamlProgram.load(stack.program());
      TerraformPlan.of(program, types)
          .ifPresent(
              plan -> tests.add(DynamicTest.dynamicTest(stack.name(), () -> compare(stack, plan))));
    }
    return tests.build();
  }

  private static void compare(CorpusCase stack, Map<String, Object> plan)
      throws UnreadableInputException {
    Label label = stack.expected().label();
    Label ofPulumi = said(YamlProgram.read(stack.program()), stack).asFarAs(label);
    Label ofTerraform = said(read(plan), stack).asFarAs(label);
    assertThat(named(ofTerraform).toString()).isEqualTo(named(ofPulumi).toString());
  }

  /** With names in the place of addresses. */
  private static Label named(Label label) {
    return new Label(
        label.verdict(),
        names(label.entryPoints()),
        label.findings().stream().map(TerraformTwinTest::named).toList(),
        label.advice().map(claims -> claims.stream().map(TerraformTwinTest::named).toList()));
  }

  private static Claim named(Claim claim) {
    return new Claim(
        claim.policy(),
        claim.scope(),
        names(claim.resources()),
        claim.verdict(),
        names(claim.entryPoints()),
        claim.undecidedBy().stream().map(TerraformTwinTest::plain).toList());
  }

  /** A property's name as both tools' names are alike: without humps and plurals. */
  private static String plain(String property) {
    int end = Math.max(0, property.indexOf("` of "));
    String alike = property.substring(0, end).replace("_", "").replaceAll("s(?=\\.|$)", "");
    return alike.toLowerCase(Locale.ROOT) + name(property.substring(end));
  }

  private static List<String> names(List<String> addresses) {
    return addresses.stream().map(TerraformTwinTest::name).toList();
  }

  private static String name(String address) {
    return address.replaceAll("\\b[a-z]+_[a-z0-9_]+\\.", "");
  }

  private static Label said(Stack stack, CorpusCase of) {
    Configuration configuration = Configuration.EMPTY.withTarget(of.expected().target());
    return Label.of(GATE.inspect(stack, configuration).judgement());
  }

  private static Stack read(Map<String, Object> plan) throws UnreadableInputException {
    byte[] text = JsonWriting.text(plan).getBytes(StandardCharsets.UTF_8);
    return new StackReader(CATALOG, CATALOG).read(new ByteArrayInputStream(text), "plan");
  }
}
