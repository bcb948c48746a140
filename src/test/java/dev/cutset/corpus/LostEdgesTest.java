package dev.cutset.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement.Outcome;
import dev.cutset.stack.Stack;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A first preview of a Java program carries few of its edges. What is not known for that may leave
 * a verdict open; it must not turn a stack that is refused into one that passes.
 */
class LostEdgesTest {
  /** Its only evidence is a name, and what the name leads to is one of the edges that are lost. */
  private static final String HANGS_BY_A_NAME = "link-private-name";

  private static final Gate GATE = new Gate(YamlCatalog.bundled(), Software.all(), Judge.bundled());

  @TestFactory
  Stream<DynamicTest> a_stack_that_is_refused_does_not_pass_for_want_of_edges() {
    return CorpusCase.all().stream()
        .filter(stack -> !stack.name().equals(HANGS_BY_A_NAME))
        .filter(stack -> outcome(stack, YamlProgram.read(stack.program())) == Outcome.BLOCKED)
        .map(stack -> DynamicTest.dynamicTest(stack.name(), () -> check(stack)));
  }

  private static void check(CorpusCase stack) {
    assertThat(outcome(stack, YamlProgram.readAsOfJava(stack.program())))
        .as(stack.name())
        .isNotEqualTo(Outcome.PASSED);
  }

  private static Outcome outcome(CorpusCase stack, Stack seen) {
    Configuration configuration = Configuration.EMPTY.withTarget(stack.expected().target());
    return GATE.inspect(seen, configuration).judgement().verdict();
  }
}
