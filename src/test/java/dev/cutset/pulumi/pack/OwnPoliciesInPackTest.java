package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.cutset.StackFolder;
import dev.cutset.gate.Rulebook;
import dev.cutset.gate.RulebookReader;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.own.PolicyCompiler;
import dev.cutset.policy.own.PolicyScaffold;
import dev.cutset.policy.own.RealOpa;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;

/** What the engine sees of policies of a team's own. */
class OwnPoliciesInPackTest {
  private static final StackFolder RESILIENT = StackFolder.named("ladder/6-several-zones");

  @TempDir private Path project;

  @BeforeAll
  static void needsOpa() {
    RealOpa.required();
  }

  @BeforeEach
  void begin() throws Exception {
    bundle(project, "ACME-DATABASE");
    Files.writeString(project.resolve("cutset.yaml"), "rules: [acme-database.tar.gz]\n");
  }

  @Test
  void the_engine_shows_what_they_find() throws Exception {
    try (ServedPack pack = ServedPack.in(project)) {
      assertThat(pack.engine.getAnalyzerInfo(Empty.getDefaultInstance()).getPoliciesList())
          .filteredOn(policy -> policy.getName().equals("ACME-DATABASE"))
          .singleElement()
          .satisfies(
              policy ->
                  assertThat(policy.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY));
      assertThat(pack.violations(RESILIENT.recorded()))
          .filteredOn(d -> d.getPolicyName().equals("ACME-DATABASE"))
          .extracting(AnalyzeDiagnostic::getEnforcementLevel)
          .containsExactly(EnforcementLevel.ADVISORY);
    }
  }

  @Test
  void the_engines_configuration_sets_them() throws Exception {
    try (ServedPack pack = ServedPack.in(project)) {
      pack.configured("ACME-DATABASE", EnforcementLevel.MANDATORY);

      assertThat(pack.violations(RESILIENT.recorded()))
          .filteredOn(d -> d.getEnforcementLevel() == EnforcementLevel.MANDATORY)
          .extracting(AnalyzeDiagnostic::getPolicyName)
          .containsExactly("ACME-DATABASE");
    }
  }

  @Test
  void what_cannot_be_read_keeps_the_gate_shut() throws Exception {
    Files.writeString(project.resolve("acme-database.tar.gz"), "no");
    try (ServedPack pack = ServedPack.in(project)) {
      assertThatThrownBy(() -> pack.violations(RESILIENT.recorded()))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              refused -> {
                assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                assertThat(refused)
                    .hasMessageContaining("cutset.yaml:1:9: ")
                    .hasMessageContaining("the bundle cannot be read");
              });
    }
  }

  @Test
  void whoever_keeps_the_pack_can_add_some_too(@TempDir Path pack) throws Exception {
    bundle(pack, "PLATFORM-DATABASE");
    Files.writeString(
        pack.resolve("PulumiPolicy.yaml"),
        """
        runtime: { name: cutset }
        rules: [platform-database.tar.gz]
        policies:
          PLATFORM-DATABASE: { enforcement: mandatory }
        """);
    Rulebook read =
        new Places(Optional.of(project), Optional.of(pack)).rulebook(new RulebookReader(Map.of()));

    assertThat(read.own().policies())
        .extracting(PolicyInfo::id)
        .containsExactly("PLATFORM-DATABASE", "ACME-DATABASE");
    assertThat(read.configuration().policies()).containsOnlyKeys("PLATFORM-DATABASE");
  }

  private static void bundle(Path folder, String id) throws Exception {
    Path rules = Files.createTempDirectory(folder, "rules");
    new PolicyScaffold(id, rules).write();
    Files.write(
        folder.resolve(id.toLowerCase(Locale.ROOT) + ".tar.gz"),
        new PolicyCompiler(Map.of("PATH", RealOpa.path())).compile(rules));
  }
}
