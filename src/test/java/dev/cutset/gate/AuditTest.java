package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.analysis.ProofAudit;
import dev.cutset.analysis.RejectedProofException;
import dev.cutset.analysis.Tampered;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.corpus.AllStacks;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.stack.Stack;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stack through the gate with all proofs checked, and with proofs that are wrong. */
class AuditTest {
  private static final Gate GATE = new Gate(YamlCatalog.bundled(), Software.all(), Judge.bundled());
  private static final Configuration VERIFIED = Configuration.EMPTY.verified();

  static Set<String> names() {
    return AllStacks.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_proof_about_every_stack_holds_and_changes_nothing_of_what_is_said(String name) {
    Stack stack = AllStacks.named(name);
    Judgement plain = GATE.inspect(stack, Configuration.EMPTY).judgement();
    Judgement verified = GATE.inspect(stack, VERIFIED).judgement();

    assertThat(plain.proofsChecked()).isEmpty();
    assertThat(verified.proofsChecked()).isPresent();
    assertThat(verified.proofsChecked().getAsInt() > 0).isEqualTo(!plain.entryPoints().isEmpty());
    assertThat(verified)
        .usingRecursiveComparison()
        .ignoringFields("proofsChecked")
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothing_is_judged_by_what_is_said_to_be_up_and_is_not(String name) {
    Stack stack = AllStacks.named(name);
    Gate wrong = GATE.with(tampered(Tampered.Way.SAID_TO_BE_UP));

    if (GATE.analyse(stack, Configuration.EMPTY).cuts().isEmpty()) {
      assertThat(wrong.inspect(stack, VERIFIED).judgement().findings()).isEmpty();
    } else {
      assertThatThrownBy(() -> wrong.inspect(stack, VERIFIED))
          .isInstanceOf(RejectedProofException.class);
    }
  }

  @Test
  void nobody_looks_at_proofs_unless_asked_to() {
    Gate wrong = GATE.with(tampered(Tampered.Way.SAID_TO_BE_UP));
    Stack stack = AllStacks.named("ladder/1-single-server");

    assertThat(wrong.inspect(stack, Configuration.EMPTY).judgement().proofsChecked())
        .isEqualTo(OptionalInt.empty());
  }

  private static Audit tampered(Tampered.Way way) {
    return (completed, analysis, facts) ->
        new ProofAudit(completed).check(new Tampered(analysis, way), facts);
  }
}
