package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.policy.own.RealOpa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies of a team's own, from the first command to the last report. */
class OwnPoliciesTest {
  private static final String PREVIEW =
      Path.of("stacks/ladder/6-several-zones/preview.json").toAbsolutePath().toString();
  private static final String FRAGILE =
      Path.of("stacks/ladder/1-single-server/preview.json").toAbsolutePath().toString();

  @TempDir private Path folder;

  @BeforeAll
  static void needsOpa() {
    RealOpa.required();
  }

  @BeforeEach
  void begin() {
    assertThat(run("policies", "new", "ACME-DATABASE").code()).isZero();
  }

  @Test
  void a_policy_that_was_just_begun_passes_its_tests() {
    Session.Result result = run("policies", "test");

    assertThat(result.out()).isEqualTo("PASS: 4/4\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void what_was_begun_is_as_opa_formats_it() throws Exception {
    Process opa =
        new ProcessBuilder("opa", "fmt", "--fail", "--list", folder.resolve("policies").toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(opa.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(opa.waitFor()).isZero();
  }

  @Test
  void nothing_is_written_over() throws IOException {
    Files.writeString(rule(), "mine");

    Session.Result result = run("policies", "new", "ACME-DATABASE");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains("policy.rego` is there already and is left as it is");
    assertThat(rule()).hasContent("mine");
  }

  @Test
  void an_id_of_cutsets_own_is_refused() {
    assertThat(run("policies", "new", "SPOF-MINE").err())
        .contains("the id `SPOF-MINE` is Cutset's");
    assertThat(run("policies", "new", "../up").err()).contains("`../up` is no id of a policy");
  }

  @Test
  void a_test_that_fails_is_told() throws IOException {
    change("lib.promised(cut)", "lib.broken(input)");

    Session.Result result = run("policies", "test");

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.out())
        .contains(folder.resolve("policies/acme-database/policy_test.rego") + ":8")
        .contains("test_a_database_that_one_failure_takes_is_found: FAIL");
  }

  @Test
  void a_field_that_facts_do_not_have_is_told() throws IOException {
    change("component.properties.deletion", "component.propertes.deletion");

    Session.Result result = run("policies", "test");

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.out())
        .contains(rule() + ":36: rego_type_error: undefined ref: component.propertes");
  }

  @Test
  void without_opa_tests_say_so() {
    Session.Result result = new Session(folder).run("policies", "test");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains("there is no `opa` on PATH to run the tests");
  }

  @Test
  void a_folder_without_tests_is_told() throws IOException {
    Files.delete(folder.resolve("policies/acme-database/policy_test.rego"));

    assertThat(run("policies", "test").err()).contains("has no tests");
    assertThat(run("policies", "test").code()).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void without_opa_a_folder_is_refused_and_a_bundle_judges() {
    Session.Result built = run("policies", "build", "--output", "policies.tar.gz");
    Session without = new Session(folder);

    Session.Result refused = without.run("check", "--policy", "policies", PREVIEW);
    Session.Result judged = without.run("check", "--policy", "policies.tar.gz", PREVIEW);

    assertThat(built.err()).isEqualTo("cutset: 1 policy is in `policies.tar.gz`\n");
    assertThat(refused.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("install opa").contains("cutset policies build ");
    assertThat(judged.out()).contains("`database` can be deleted by mistake");
    assertThat(judged.code()).isZero();
  }

  @Test
  void a_rule_of_the_house_can_refuse_what_survives() throws IOException {
    change("enforcement: advisory", "enforcement: mandatory");

    Session.Result result = run("check", "--policy", "policies", PREVIEW);

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.out())
        .startsWith("blocked: 1 component is not as a policy wants it (target: zone)\n")
        .contains("✓ shop.example.com survives instance, zone")
        .contains("policy     ACME-DATABASE, high, mandatory, whatever fails");
  }

  @Test
  void the_configuration_names_policies_and_sets_them() throws IOException {
    Files.writeString(
        folder.resolve("cutset.yaml"),
        """
        rules: [policies]
        policies:
          ACME-DATABASE: { enforcement: mandatory, severity: low }
        waivers:
          - policy: ACME-DATABASE
            match: nothing
            reason: none
            owner: me
            expires: 2999-01-01
        """);

    Session.Result result = run("check", "--config", "cutset.yaml", PREVIEW);

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.out()).contains("ACME-DATABASE, low, mandatory");
    assertThat(run("policies", "list").out()).contains("\nACME-DATABASE ");
    assertThat(run("policies", "show", "acme-database", "--policy", "policies").out())
        .startsWith("ACME-DATABASE: Acme database\n")
        .contains("# ACME-DATABASE\n");
  }

  @Test
  void a_mistake_in_policies_that_the_configuration_names_has_its_place() throws IOException {
    change("severity: high", "severity: awful");
    Files.writeString(folder.resolve("cutset.yaml"), "target: zone\nrules:\n  - policies\n");

    Session.Result result = run("check", "--config", "cutset.yaml", PREVIEW);

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err())
        .contains(folder.resolve("cutset.yaml") + ":3:5: `" + folder.resolve("policies") + "`")
        .contains("has the severity `awful`");
  }

  @Test
  void every_report_knows_them() throws IOException {
    Session.Result sarif =
        run("check", "--policy", "policies", "--format", "sarif", "--fail-on", "never", FRAGILE);
    Session.Result junit =
        run("check", "--policy", "policies", "--format", "junit", "--fail-on", "never", FRAGILE);
    Session.Result markdown =
        run("check", "--policy", "policies", "--format", "markdown", "--fail-on", "never", FRAGILE);
    Session.Result explained = run("explain", "--policy", "policies", FRAGILE, "ACME-DATABASE");

    assertThat(sarif.out())
        .contains("\"id\" : \"ACME-DATABASE\"")
        .contains("What happened before, and what it cost.")
        .contains("\"ruleId\" : \"ACME-DATABASE\",\n          \"ruleIndex\" : 17");
    assertThat(junit.out()).contains("ACME-DATABASE");
    assertThat(markdown.out()).contains("ACME-DATABASE<br>high | any | ");
    assertThat(explained.code()).isZero();
    assertThat(explained.out()).contains("`database` has no standby");
  }

  @Test
  void a_policy_without_a_word_for_the_fix_keeps_the_gate_shut() throws IOException {
    change("findings contains lib.of_breach(policy, component, {", "findings contains {");
    change("\"fix\": \"set its deletion protection\",\n})", "\"policy\": policy.id,\n}");

    Session.Result result = run("check", "--policy", "policies", PREVIEW);

    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("nothing was judged")
        .contains("the field `cuts` of a finding is not a list of positions");
  }

  @Test
  void a_rule_that_fails_keeps_the_gate_shut() throws IOException {
    change("component.properties.deletionProtection == false", "to_number(component.name) == 1");

    Session.Result result = run("check", "--policy", "policies", PREVIEW);

    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("nothing was judged")
        .contains("came to no answer: acme-database/policy.rego:36:2: to_number");
  }

  @Test
  void the_facts_of_a_stack_can_be_looked_at_even_then() throws IOException {
    change("component.properties.deletionProtection == false", "to_number(component.name) == 1");
    Files.writeString(folder.resolve("cutset.yaml"), "rules: [policies]\n");

    Session.Result result = run("facts", "--config", "cutset.yaml", "--target", "region", PREVIEW);

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("{\n  \"components\" : [ {\n")
        .contains("\"target\" : \"region\"");
  }

  @Test
  void with_the_library_beside_them_opa_alone_checks_and_tests_them() throws Exception {
    assertThat(run("policies", "library").code()).isZero();
    Path policies = folder.resolve("policies");

    assertThat(
            opa(
                "check",
                "--bundle",
                "--strict",
                "--schema",
                policies + "/.cutset/schemas",
                policies))
        .isEmpty();
    assertThat(opa("test", "--bundle", policies)).isEqualTo("PASS: 4/4\n");
    assertThat(
            opa(
                "build",
                "--bundle",
                "--ignore",
                "*_test.rego",
                "--target",
                "plan",
                "--entrypoint",
                "cutset/findings",
                "--entrypoint",
                "cutset/metadata",
                "--output",
                folder.resolve("by-hand.tar.gz"),
                policies))
        .isEmpty();
    assertThat(new Session(folder).run("check", "--policy", "by-hand.tar.gz", PREVIEW).out())
        .contains("`database` can be deleted by mistake");
    assertThat(run("policies", "test").out()).isEqualTo("PASS: 4/4\n");
  }

  @Test
  void the_schema_can_be_had() {
    assertThat(run("policies", "schema").out()).startsWith("{\n  \"$schema\":");
  }

  private static String opa(Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("opa"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process opa = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(opa.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(opa.waitFor()).as(said).isZero();
    return said;
  }

  private Path rule() {
    return folder.resolve("policies/acme-database/policy.rego");
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(rule());
    assertThat(text).contains(from);
    Files.writeString(rule(), text.replace(from, to));
  }

  private Session.Result run(String... arguments) {
    return new Session(folder)
        .having("PATH", RealOpa.path())
        .having("XDG_CACHE_HOME", folder.resolve("caches").toString())
        .run(arguments);
  }
}
