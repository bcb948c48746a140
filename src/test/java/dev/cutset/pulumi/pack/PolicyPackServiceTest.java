package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.cutset.StackFolder;
import dev.cutset.analysis.ProofAudit;
import dev.cutset.analysis.Tampered;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.PolicyType;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/** Every call of the engine, over gRPC. */
class PolicyPackServiceTest {
  private static final StackFolder SINGLE = StackFolder.named("ladder/1-single-server");
  private static final Gate GATE = new Gate(YamlCatalog.bundled(), Software.all(), Judge.bundled());

  static List<StackFolder> ladder() throws IOException {
    return StackFolder.ladder();
  }

  @ParameterizedTest
  @MethodSource("ladder")
  void what_the_engine_sends_is_judged_as_the_preview_that_it_writes(StackFolder folder)
      throws Exception {
    Stack recorded = folder.recorded();
    List<String> checked =
        GATE.inspect(recorded, Configuration.EMPTY).judgement().findings().stream()
            .map(f -> f.policy() + " " + f.urn() + " " + f.blocks() + " " + f.severity().word())
            .toList();

    try (ServedPack pack = ServedPack.bundled()) {
      assertThat(pack.violations(recorded))
          .extracting(
              d ->
                  d.getPolicyName()
                      + " "
                      + d.getUrn()
                      + " "
                      + (d.getEnforcementLevel() == EnforcementLevel.MANDATORY)
                      + " "
                      + d.getSeverity()
                          .name()
                          .replace("POLICY_SEVERITY_", "")
                          .toLowerCase(Locale.ROOT))
          .containsExactlyElementsOf(checked);
    }
  }

  @Test
  void a_violation_names_the_failure_the_chain_and_the_fix_in_short_lines() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      AnalyzeDiagnostic database =
          pack.violations(SINGLE.recorded()).stream()
              .filter(d -> d.getPolicyName().equals("SPOF-DATABASE"))
              .findFirst()
              .orElseThrow();

      assertThat(database.getMessage())
          .isEqualTo(
              """
              `database` has no standby that takes over
              When `database` fails, `shop.example.com` goes down: RDS instance
              `database` runs a single copy in zone `us-east-1a`, and no standby
              takes over by itself.
              chain:      database: its only copy fails
                          → web: needs `database`
                          → shop.example.com: needs `web`
              evidence:   web needs database: an output of it is used in `userData`
                          of `web`
              fix:        set `multiAz(true)`""");
      assertThat(database.getPolicyPackName()).isEqualTo("cutset");
      assertThat(database.getDescription()).isNotBlank();
    }
  }

  @Test
  void the_engine_is_told_of_every_policy_all_that_it_can_show() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      AnalyzerInfo info = pack.engine.getAnalyzerInfo(Empty.getDefaultInstance());

      List<String> expected = new ArrayList<>(ServedPack.policyIds());
      expected.addAll(List.of("INCOMPLETE-PREVIEW", "UNJUDGED-UPDATE"));
      assertThat(info.getPoliciesList())
          .extracting(PolicyInfo::getName)
          .containsExactlyElementsOf(expected);
      assertThat(info.getPoliciesList())
          .allSatisfy(
              policy -> {
                assertThat(policy.getDescription()).isNotBlank();
                assertThat(policy.getDisplayName()).isNotBlank();
                assertThat(policy.getRemediationSteps()).isNotBlank();
                assertThat(policy.getSeverity())
                    .isNotEqualTo(PolicySeverity.POLICY_SEVERITY_UNSPECIFIED);
                assertThat(policy.getPolicyType())
                    .isEqualTo(
                        policy.getName().equals("UNJUDGED-UPDATE")
                            ? PolicyType.POLICY_TYPE_RESOURCE
                            : PolicyType.POLICY_TYPE_STACK);
              });
      assertThat(info.getPolicies(0).getConfigSchema().getProperties().getFieldsMap())
          .containsOnlyKeys("severity");
      assertThat(info.getPolicies(0).getUrl()).startsWith("https://");
      assertThat(info.getSupportsConfig()).isTrue();
      assertThat(info.getName()).isEqualTo("cutset");
      assertThat(pack.engine.getPluginInfo(Empty.getDefaultInstance()).getVersion())
          .isEqualTo(info.getVersion())
          .matches("\\d+\\.\\d+\\.\\d+.*");
    }
  }

  @Test
  void the_handshake_and_a_single_resource_need_no_answer() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      pack.engine.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
      AnalyzeRequest resource = new RecordedEngine(SINGLE.recorded()).resources().get(0);

      assertThat(pack.engine.analyze(resource).getDiagnosticsList()).isEmpty();
      assertThat(pack.engine.remediate(resource).getRemediationsList()).isEmpty();
    }
  }

  @Test
  void a_disabled_policy_is_silent_though_the_engine_asks_for_all() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      pack.configured("SPOF-DATABASE", EnforcementLevel.DISABLED);

      assertThat(pack.violations(SINGLE.recorded()))
          .extracting(AnalyzeDiagnostic::getPolicyName)
          .contains("SPOF-APPLICATION-SERVER")
          .doesNotContain("SPOF-DATABASE");
    }
  }

  @Test
  void an_advisory_policy_blocks_nothing_and_the_others_are_as_they_were() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      pack.configured("SPOF-DATABASE", EnforcementLevel.ADVISORY);

      assertThat(levels(pack.violations(SINGLE.recorded())))
          .containsEntry("SPOF-DATABASE", EnforcementLevel.ADVISORY)
          .containsEntry("SPOF-APPLICATION-SERVER", EnforcementLevel.MANDATORY)
          .containsEntry("SPOF-REGION", EnforcementLevel.ADVISORY);
    }
  }

  @Test
  void the_packs_configuration_stands_above_the_file_beside_the_program(@TempDir Path project)
      throws Exception {
    Files.writeString(
        project.resolve("cutset.yaml"),
        """
        target: region
        policies:
          SPOF-DATABASE: { enforcement: disabled }
          SPOF-APPLICATION-SERVER: { enforcement: advisory, severity: low }
        """);
    try (ServedPack pack = ServedPack.in(project)) {
      pack.configured("SPOF-DATABASE", EnforcementLevel.MANDATORY);

      List<AnalyzeDiagnostic> violations = pack.violations(SINGLE.recorded());
      assertThat(levels(violations))
          .containsEntry("SPOF-DATABASE", EnforcementLevel.MANDATORY)
          .containsEntry("SPOF-APPLICATION-SERVER", EnforcementLevel.ADVISORY)
          .containsEntry("SPOF-REGION", EnforcementLevel.MANDATORY);
      assertThat(violations)
          .filteredOn(d -> d.getPolicyName().equals("SPOF-APPLICATION-SERVER"))
          .extracting(AnalyzeDiagnostic::getSeverity)
          .containsExactly(PolicySeverity.POLICY_SEVERITY_LOW);
    }
  }

  @Test
  void a_severity_of_the_packs_configuration_is_shown() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      pack.engine.configure(configuration("SPOF-DATABASE", "severity", "low"));

      assertThat(pack.violations(SINGLE.recorded()))
          .filteredOn(d -> d.getPolicyName().equals("SPOF-DATABASE"))
          .extracting(AnalyzeDiagnostic::getSeverity)
          .containsExactly(PolicySeverity.POLICY_SEVERITY_LOW);
    }
  }

  @Test
  void a_mistake_in_the_packs_configuration_is_refused_with_its_path() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      assertRefused(
          () -> pack.engine.configure(configuration("SPOF-DATABASE", "severtiy", "low")),
          "`SPOF-DATABASE.severtiy` is unknown; did you mean `severity`?");
      assertRefused(
          () -> pack.engine.configure(configuration("SPOF-DATABASE", "severity", "hgih")),
          "`SPOF-DATABASE.severity` is no severity; it can be low, medium, high, critical");
      assertRefused(
          () -> pack.engine.configure(configuration("SPOF-DATABAS", "severity", "low")),
          "unknown policy `SPOF-DATABAS`; did you mean `SPOF-DATABASE`?");
    }
  }

  @Test
  void the_engines_word_for_all_policies_is_no_mistake() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      pack.configured("all", EnforcementLevel.ADVISORY);

      assertThat(pack.violations(SINGLE.recorded())).isNotEmpty();
    }
  }

  @Test
  void a_mistake_in_the_file_beside_the_program_is_refused_with_its_place(@TempDir Path project)
      throws Exception {
    Files.writeString(project.resolve("cutset.yaml"), "target: cluod\n");
    try (ServedPack pack = ServedPack.in(project)) {
      assertRefused(
          () -> pack.engine.getAnalyzerInfo(Empty.getDefaultInstance()),
          "cutset.yaml:1:9: `cluod` is no value for `target`");
    }
  }

  @Test
  void a_list_that_is_not_known_leaves_the_verdict_open_and_the_property_is_named()
      throws Exception {
    Stack unknown =
        changed(
            StackFolder.named("ladder/6-several-zones").recorded(),
            "aws:route53/record:Record",
            "records",
            Value.UNKNOWN);
    try (ServedPack pack = ServedPack.bundled()) {
      List<AnalyzeDiagnostic> open =
          pack.violations(unknown).stream()
              .filter(d -> d.getMessage().contains("decided by:"))
              .toList();

      assertThat(open).isNotEmpty();
      assertThat(open)
          .allSatisfy(
              d -> {
                assertThat(d.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
                assertThat(d.getMessage()).contains("`records` of");
              });
    }
  }

  @Test
  void a_standby_in_another_zone_is_there_also_when_only_the_first_zone_is_told() throws Exception {
    Stack stack = StackFolder.named("ladder/6-several-zones").recorded();
    Stack provisioned =
        changed(stack, "aws:rds/instance:Instance", "availabilityZone", Value.of("us-east-1a"));
    try (ServedPack pack = ServedPack.bundled()) {
      assertThat(pack.violations(provisioned)).isEqualTo(pack.violations(stack));
    }
  }

  @Test
  void what_is_not_known_blocks_where_a_team_asks_for_that(@TempDir Path project) throws Exception {
    Files.writeString(project.resolve("cutset.yaml"), "undecided: mandatory\n");
    Stack unknown =
        changed(
            StackFolder.named("ladder/6-several-zones").recorded(),
            "aws:route53/record:Record",
            "records",
            Value.UNKNOWN);
    try (ServedPack pack = ServedPack.in(project)) {
      assertThat(pack.violations(unknown))
          .filteredOn(d -> d.getMessage().contains("decided by:"))
          .isNotEmpty()
          .allMatch(d -> d.getEnforcementLevel() == EnforcementLevel.MANDATORY);
    }
  }

  @Test
  void no_secret_reaches_a_violation_or_the_log() throws Exception {
    String name = "hunter2.example.com";
    Stack secret = changed(SINGLE.recorded(), "aws:route53/record:Record", "name", Value.of(name));
    try (ServedPack pack = ServedPack.bundled()) {
      assertThat(pack.violations(secret).toString()).as("is shown where it is none").contains(name);
    }
    try (ServedPack pack = ServedPack.bundled()) {
      pack.engine.configureStack(
          AnalyzerStackConfigureRequest.newBuilder()
              .putConfig("shop:name", name)
              .addConfigSecretKeys("shop:name")
              .build());

      assertThat(pack.violations(secret).toString() + pack.log.all()).doesNotContain("hunter2");
    }
  }

  @Test
  void a_judge_that_fails_keeps_the_gate_shut_and_shows_nothing_that_was_read() throws Exception {
    Parts broken =
        Parts.of(
            YamlCatalog.bundled(),
            () -> {
              throw new IllegalStateException("read hunter2");
            });
    try (ServedPack pack = ServedPack.of(broken)) {
      Stack stack = SINGLE.recorded();

      assertThatThrownBy(() -> pack.violations(stack))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL))
          .hasMessageContaining("Cutset failed while judging the stack")
          .hasMessageContaining("java.lang.IllegalStateException")
          .message()
          .doesNotContain("hunter2");
      assertThat(pack.log.all()).contains("IllegalStateException").doesNotContain("hunter2");
    }
  }

  @Test
  void a_policy_that_may_remediate_changes_what_it_knows_and_leaves_all_else() throws Exception {
    AnalyzeRequest database = database();
    try (ServedPack pack = ServedPack.bundled()) {
      pack.configured("SPOF-DATABASE", EnforcementLevel.REMEDIATE);

      RemediateResponse response = pack.engine.remediate(database);
      assertThat(response.getRemediationsList())
          .singleElement()
          .satisfies(
              remediation -> {
                assertThat(remediation.getPolicyName()).isEqualTo("SPOF-DATABASE");
                Map<String, com.google.protobuf.Value> changed =
                    new LinkedHashMap<>(remediation.getProperties().getFieldsMap());
                assertThat(changed.remove("multiAz").getBoolValue()).isTrue();
                Map<String, com.google.protobuf.Value> before =
                    new LinkedHashMap<>(database.getProperties().getFieldsMap());
                before.remove("multiAz");
                assertThat(changed).isEqualTo(before);
              });

      AnalyzeRequest mended =
          database.toBuilder().setProperties(response.getRemediations(0).getProperties()).build();
      assertThat(pack.engine.remediate(mended).getRemediationsList()).isEmpty();
    }
  }

  @Test
  void nothing_is_changed_unless_somebody_asked_for_it() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      assertThat(pack.engine.remediate(database()).getRemediationsList()).isEmpty();
    }
  }

  @Test
  void that_nothing_was_judged_is_said_through_the_engine() throws Exception {
    Stack nothing =
        new Stack("shop", "dev", Stack.Source.ENGINE, List.of(network("a"), network("b")));
    try (ServedPack pack = ServedPack.bundled()) {
      assertThat(pack.violations(nothing)).isEmpty();

      assertThat(pack.log.info).anyMatch(line -> line.contains("nothing was judged"));
    }
  }

  /** With a secret, which has to go back to the engine as it came. */
  private static AnalyzeRequest database() throws Exception {
    AnalyzeRequest database =
        new RecordedEngine(SINGLE.recorded())
            .resources().stream()
                .filter(one -> one.getType().equals("aws:rds/instance:Instance"))
                .findFirst()
                .orElseThrow();
    Struct secret =
        Struct.newBuilder()
            .putFields("4dabf18193072939515e22adb298388d", text("1b47061264138c4ac30d75fd1eb44270"))
            .putFields("value", text("hunter2"))
            .build();
    return database.toBuilder()
        .setProperties(
            database.getProperties().toBuilder()
                .removeFields("availabilityZone")
                .putFields(
                    "password",
                    com.google.protobuf.Value.newBuilder().setStructValue(secret).build()))
        .build();
  }

  private static com.google.protobuf.Value text(String text) {
    return com.google.protobuf.Value.newBuilder().setStringValue(text).build();
  }

  private static Resource network(String name) {
    return resource("aws:ec2/vpc:Vpc", name, Map.of());
  }

  private static Resource resource(String type, String name, Map<String, Value> inputs) {
    return new Resource(
        new Urn("urn:pulumi:dev::shop::" + type + "::" + name),
        true,
        type,
        Optional.empty(),
        inputs,
        Map.of(),
        Optional.empty(),
        Optional.of(new Urn("urn:pulumi:dev::shop::pulumi:providers:aws::default")),
        Set.of(),
        Map.of());
  }

  private static Stack changed(Stack stack, String type, String property, Value value) {
    List<Resource> resources = new ArrayList<>();
    for (Resource resource : stack.resources()) {
      Map<String, Value> inputs = new LinkedHashMap<>(resource.inputs());
      Map<String, List<Urn>> edges = new LinkedHashMap<>(resource.propertyDependencies());
      if (resource.type().equals(type)) {
        inputs.put(property, value);
        edges.remove(property);
      }
      resources.add(
          new Resource(
              resource.urn(),
              resource.custom(),
              resource.type(),
              resource.id(),
              inputs,
              resource.outputs(),
              resource.parent(),
              resource.provider(),
              resource.dependencies(),
              edges));
    }
    return new Stack(stack.project(), stack.name(), stack.source(), resources);
  }

  private static Map<String, EnforcementLevel> levels(List<AnalyzeDiagnostic> violations) {
    Map<String, EnforcementLevel> levels = new LinkedHashMap<>();
    violations.forEach(d -> levels.put(d.getPolicyName(), d.getEnforcementLevel()));
    return levels;
  }

  private static ConfigureAnalyzerRequest configuration(String policy, String key, String word) {
    return ConfigureAnalyzerRequest.newBuilder()
        .putPolicyConfig(
            policy,
            PolicyConfig.newBuilder()
                .setEnforcementLevel(EnforcementLevel.MANDATORY)
                .setProperties(Struct.newBuilder().putFields(key, text(word)))
                .build())
        .build();
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT))
        .hasMessageContaining(message);
  }

  @Test
  void proofs_are_checked_where_the_configuration_asks_for_it(@TempDir Path project)
      throws Exception {
    Files.writeString(project.resolve("cutset.yaml"), "verify: true\n");

    try (ServedPack pack = ServedPack.in(project)) {
      assertThat(pack.violations(SINGLE.recorded())).isNotEmpty();
      assertThat(pack.log.info).anyMatch(told -> told.endsWith("checked, and every one holds"));
    }
    try (ServedPack pack = ServedPack.bundled()) {
      assertThat(pack.violations(SINGLE.recorded())).isNotEmpty();
      assertThat(pack.log.all()).doesNotContain("proofs");
    }
  }

  @Test
  void a_proof_that_is_wrong_keeps_the_gate_shut_and_no_name_is_told(@TempDir Path project)
      throws Exception {
    Files.writeString(project.resolve("cutset.yaml"), "verify: true\n");
    Parts wrong =
        Parts.of(
            YamlCatalog.bundled(),
            () ->
                GATE.with(
                    (completed, analysis, facts) ->
                        new ProofAudit(completed)
                            .check(new Tampered(analysis, Tampered.Way.SAID_TO_BE_UP), facts)));

    try (ServedPack pack = ServedPack.in(project, wrong)) {
      Stack stack = SINGLE.recorded();
      assertThatThrownBy(() -> pack.violations(stack))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL))
          .hasMessageContaining("rejected by its own checker, about entry point 1 of 1, failure ")
          .message()
          .doesNotContain("shop.example.com");
    }
  }
}
