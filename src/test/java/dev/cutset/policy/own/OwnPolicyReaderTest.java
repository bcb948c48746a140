package dev.cutset.policy.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.policy.Enforcement;
import dev.cutset.policy.JudgeException;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.Severity;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPolicyReaderTest {
  private static final String METADATA =
      """
      # METADATA
      # title: Owners
      # description: A component has no owner.
      # custom:
      #   id: ACME-OWNER
      #   severity: low
      #   enforcement: mandatory
      #   remediation: tag it with its owner
      """;
  private static final String HEAD =
      METADATA
          + """
          package cutset.policies.owner

          import data.cutset.lib

          policy := lib.policy(rego.metadata.chain())

          """;
  private static final RegoValue FACTS =
      RegoValue.parse(
          """
          {"target": "zone", "entryPoints": [], "cuts": [], "components": [
            {"urn": "urn:pulumi:prod::shop::aws:rds/instance:Instance::orders", "name": "orders",
             "title": "RDS instance", "role": "database", "resources": [],
             "properties": {"deletionProtection": false}}]}
          """);

  @TempDir private Path scratch;
  private Path caches;
  private Path folder;

  @BeforeAll
  static void needsOpa() {
    RealOpa.required();
  }

  @BeforeEach
  void makeFolders() throws IOException {
    caches = Files.createDirectory(scratch.resolve("caches"));
    folder = Files.createDirectory(scratch.resolve("rules"));
  }

  @Test
  void a_policy_that_was_just_begun_judges() throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();

    OwnPolicies own = read(RealOpa.with(caches), folder);

    assertThat(own.policies())
        .containsExactly(
            new PolicyInfo(
                "acme-database",
                "ACME-DATABASE",
                "Acme database",
                "A database of ours is the only thing that keeps the service up, or could be"
                    + " deleted by mistake.",
                Severity.HIGH,
                Enforcement.ADVISORY,
                "run a standby with automatic failover, and set deletion protection",
                "database",
                List.of()));
    assertThat(own.catalog().page(own.policies().get(0)))
        .isEqualTo(Files.readString(folder.resolve("acme-database/README.md")));
    assertThat(titles(own)).containsExactly("`orders` can be deleted by mistake");
  }

  @Test
  void a_bundle_judges_as_its_folder_does_and_needs_no_opa() throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();
    Path bundle = scratch.resolve("policies.tar.gz");
    Files.write(bundle, new PolicyCompiler(RealOpa.with(caches)).compile(folder));
    Path nothing = Files.createDirectory(scratch.resolve("nothing"));

    OwnPolicies own = read(RealOpa.without(nothing), bundle);

    assertThat(own.policies()).isEqualTo(read(RealOpa.with(caches), folder).policies());
    assertThat(titles(own)).containsExactly("`orders` can be deleted by mistake");
    assertThat(own.catalog().page(own.policies().get(0)))
        .startsWith("# ACME-DATABASE\n")
        .contains("run a standby with automatic failover");
  }

  @Test
  void the_page_of_a_policy_that_has_none_is_what_it_says_of_itself() throws Exception {
    rule(
        HEAD.replace(
            "# custom:", "# related_resources:\n# - ref: https://acme.example/owners\n# custom:"),
        "findings := set()\n");

    OwnPolicies own = read(RealOpa.with(caches), folder);

    assertThat(own.catalog().page(own.policies().get(0)))
        .isEqualTo(
            """
            # ACME-OWNER

            A component has no owner.

            ## Prefer

            tag it with its owner

            - https://acme.example/owners
            """);
  }

  @Test
  void what_was_compiled_before_is_not_compiled_again() throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();
    read(RealOpa.with(caches), folder);

    assertThat(titles(read(RealOpa.without(caches), folder)))
        .containsExactly("`orders` can be deleted by mistake");
  }

  @Test
  void what_was_changed_is_compiled_again() throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();
    read(RealOpa.with(caches), folder);
    Path rule = folder.resolve("acme-database/policy.rego");
    Files.writeString(
        rule, Files.readString(rule).replace("can be deleted by mistake", "is not safe"));

    assertThatThrownBy(() -> read(RealOpa.without(caches), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("there is no `opa` on PATH")
        .hasMessageContaining("cutset policies build " + folder);
    assertThat(titles(read(RealOpa.with(caches), folder))).containsExactly("`orders` is not safe");
  }

  @Test
  void another_opa_compiles_again() throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();
    read(RealOpa.with(caches), folder);
    Path other = Files.createDirectory(scratch.resolve("other"));
    Path tool = Files.writeString(other.resolve("opa"), "#!/bin/sh\necho no\nexit 1\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(
            () ->
                read(Map.of("PATH", other.toString(), "XDG_CACHE_HOME", caches.toString()), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("does not compile")
        .hasMessageEndingWith("no");
  }

  @Test
  void tests_are_not_part_of_what_judges() throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();
    read(RealOpa.with(caches), folder);
    Files.writeString(folder.resolve("acme-database/policy_test.rego"), "this is no Rego");

    assertThat(titles(read(RealOpa.without(caches), folder))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 64, 2000})
  void a_damaged_copy_is_compiled_anew(int damaged) throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();
    read(RealOpa.with(caches), folder);
    Path copy = copies().get(0);
    byte[] content = Files.readAllBytes(copy);
    content[damaged] ^= 1;
    Files.write(copy, content);

    assertThatThrownBy(() -> read(RealOpa.without(caches), folder))
        .hasMessageContaining("no `opa` on PATH");
    assertThat(titles(read(RealOpa.with(caches), folder))).hasSize(1);
    assertThat(titles(read(RealOpa.without(caches), folder))).hasSize(1);
  }

  @Test
  void a_copy_that_ends_too_early_is_compiled_anew() throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();
    read(RealOpa.with(caches), folder);
    Path copy = copies().get(0);
    Files.write(copy, Arrays.copyOf(Files.readAllBytes(copy), 20));

    assertThat(titles(read(RealOpa.with(caches), folder))).hasSize(1);
    assertThat(Files.size(copy)).isGreaterThan(1000);
  }

  @Test
  void a_folder_for_copies_that_cannot_be_written_is_no_error() throws Exception {
    new PolicyScaffold("ACME-DATABASE", folder).write();
    Path file = Files.writeString(scratch.resolve("file"), "");

    assertThat(titles(read(RealOpa.with(file), folder))).hasSize(1);
    assertThat(titles(read(Map.of("PATH", RealOpa.path()), folder))).hasSize(1);
  }

  @Test
  void what_does_not_compile_is_refused_with_its_place() throws Exception {
    Path rule = rule("findings contains lib.of_nothing(policy, 0) if input.cuts[0]\n");

    assertThatThrownBy(() -> read(RealOpa.with(caches), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("`" + folder + "` does not compile:\n")
        .hasMessageContaining(rule + ":15: rego_type_error: undefined function");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPOF-DATABASE", "spof-mine", "INCOMPLETE-PREVIEW", "all"})
  void an_id_of_cutsets_own_is_refused(String id) throws Exception {
    rule(HEAD.replace("ACME-OWNER", id), "findings := set()\n");

    assertThatThrownBy(() -> read(RealOpa.with(caches), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessage(
            "`%s`, policy `owner`: the id `%s` is Cutset's: those that begin with SPOF- are; begin"
                + " it with a word of your own, such as ACME-",
            folder, id);
  }

  @Test
  void two_policies_with_one_id_are_refused() throws Exception {
    rule("findings := set()\n");
    Path other = Files.createDirectory(scratch.resolve("other"));
    Files.writeString(
        other.resolve("policy.rego"),
        HEAD.replace("policies.owner", "policies.other").replace("ACME-OWNER", "acme-owner")
            + "findings := set()\n");
    OwnPolicyReader reader = new OwnPolicyReader(RealOpa.with(caches));
    OwnPolicies first = reader.read(folder, OwnPolicies.NONE);

    assertThatThrownBy(() -> reader.read(other, first))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessage("`%s`: another policy has the id `acme-owner`; rename one of them", other);
  }

  @Test
  void a_policy_that_does_not_say_how_bad_it_is_is_refused() throws Exception {
    rule(HEAD.replace("#   severity: low\n", ""), "findings := set()\n");

    assertThatThrownBy(() -> read(RealOpa.with(caches), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageStartingWith(
            "`" + folder + "`: the policy `owner` does not say its severity; its package needs");
  }

  @Test
  void a_severity_that_no_one_knows_is_refused() throws Exception {
    rule(HEAD.replace("severity: low", "severity: awful"), "findings := set()\n");

    assertThatThrownBy(() -> read(RealOpa.with(caches), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessage(
            "`%s`: the policy `owner` has the severity `awful`; it can be low, medium, high,"
                + " critical",
            folder);
  }

  @Test
  void a_policy_that_says_nothing_of_itself_is_refused() throws Exception {
    rule("package cutset.policies.owner\n\n", "findings contains 1 if input.cuts\n");

    assertThatThrownBy(() -> read(RealOpa.with(caches), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("the policy `owner` says nothing of itself; its package needs");
  }

  @Test
  void findings_that_nobody_would_ask_for_are_refused() throws Exception {
    rule("findings := set()\n");
    Files.writeString(
        folder.resolve("more.rego"), "package cutset.policy.more\n\nfindings contains 1\n");

    assertThatThrownBy(() -> read(RealOpa.with(caches), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining(
            "more.rego: nobody asks for the findings of the package" + " `cutset.policy.more`");
  }

  @Test
  void a_folder_without_a_policy_is_refused() throws Exception {
    assertThatThrownBy(() -> read(RealOpa.with(caches), folder))
        .hasMessageContaining("holds no Rego");
    Files.writeString(folder.resolve("words.rego"), "package acme.words\n\nowner := \"me\"\n");

    assertThatThrownBy(() -> read(RealOpa.with(caches), folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("holds no policy");
  }

  @Test
  void what_is_no_bundle_is_refused() throws Exception {
    Path file = Files.writeString(scratch.resolve("policies.tar.gz"), "no");

    assertThatThrownBy(() -> read(Map.of(), file))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("`" + file + "`: the bundle cannot be read");
    assertThatThrownBy(() -> read(Map.of(), scratch.resolve("nowhere")))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("is neither a folder of Rego nor a bundle");
  }

  @Test
  void a_bundle_that_answers_something_else_is_refused() throws Exception {
    Path rule = Files.writeString(folder.resolve("a.rego"), "package a\n\nb := 1\n");
    Path bundle = scratch.resolve("policies.tar.gz");
    Opa.in(RealOpa.with(caches))
        .orElseThrow()
        .run(
            folder,
            List.of("build", "-t", "plan", "-e", "a/b", "-o", bundle.toString(), rule.toString()));

    assertThatThrownBy(() -> read(Map.of(), bundle))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("answers [a/b] only; make it with `cutset policies build`");
  }

  @Test
  void data_beside_the_rules_is_theirs() throws Exception {
    rule(
        """
        findings contains lib.of_breach(policy, component, {
        	"title": data.owners.orders,
        	"message": "m",
        }) if some component in input.components
        """);
    Files.createDirectory(folder.resolve("owners"));
    Files.writeString(folder.resolve("owners/data.json"), "{\"orders\": \"team-orders\"}");

    assertThat(titles(read(RealOpa.with(caches), folder))).containsExactly("team-orders");
  }

  @Test
  void a_rule_that_fails_gives_no_answer() throws Exception {
    rule("findings contains to_number(component.name) if some component in input.components\n");

    assertNoAnswer(Duration.ofSeconds(60), "to_number");
  }

  @Test
  void rules_that_contradict_each_other_give_no_answer() throws Exception {
    rule(
        """
        grade := component.name if some component in input.components

        grade := component.title if some component in input.components

        findings contains grade
        """);

    assertNoAnswer(
        Duration.ofSeconds(60), "policy.rego:17:1: rule data.cutset.policies.owner.grade");
  }

  @Test
  void a_rule_that_does_not_end_gives_no_answer() throws Exception {
    rule(
        """
        findings contains c if {
        	some a in numbers.range(1, 100000)
        	some b in numbers.range(1, 100000)
        	c := (a * b) + count(input.components)
        	c < 0
        }
        """);

    assertNoAnswer(Duration.ofMillis(300), "took longer");
  }

  @Test
  void the_policy_that_the_page_shows_judges() throws Exception {
    Matcher block =
        Pattern.compile("(?s)```rego\n(.*?)```")
            .matcher(Files.readString(Path.of("docs/own-policies.md")));
    assertThat(block.find()).isTrue();
    rule("", block.group(1));

    assertThat(titles(read(RealOpa.with(caches), folder)))
        .containsExactly("`orders` can be deleted by mistake");
  }

  @Test
  void the_library_is_what_lies_beside_the_policies() throws IOException {
    Path sources = Path.of("policies");
    List<String> there = new ArrayList<>(List.of("main.rego", PolicyLibrary.SCHEMA));
    try (Stream<Path> files = Files.list(sources.resolve("lib"))) {
      files.forEach(file -> there.add(sources.relativize(file).toString()));
    }
    PolicyLibrary.writeTo(folder);

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(there);
    }
    for (String path : there) {
      assertThat(folder.resolve(path)).hasSameTextualContentAs(sources.resolve(path));
    }
  }

  @Test
  void a_finding_in_the_name_of_another_policy_is_no_answer() throws Exception {
    rule("findings contains {\"policy\": \"SPOF-DATABASE\"} if input.components\n");

    assertThatThrownBy(() -> read(RealOpa.with(caches), folder).rules().get(0).answers(FACTS))
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("`" + folder + "` answered `{\"policy\":\"SPOF-DATABASE\"}`")
        .hasMessageEndingWith("which is no finding of one of its policies (ACME-OWNER)");
  }

  private void assertNoAnswer(Duration time, String why) throws Exception {
    OwnPolicies own =
        new OwnPolicyReader(RealOpa.with(caches), Optional.empty(), time)
            .read(folder, OwnPolicies.NONE);

    assertThatThrownBy(() -> own.rules().get(0).answers(FACTS))
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("`" + folder + "` came to no answer")
        .hasMessageContaining(why);
  }

  private Path rule(String rule) throws IOException {
    return rule(HEAD, rule);
  }

  private Path rule(String head, String rule) throws IOException {
    return Files.writeString(folder.resolve("policy.rego"), head + rule);
  }

  private static OwnPolicies read(Map<String, String> environment, Path path)
      throws OwnPolicyException {
    return new OwnPolicyReader(environment).read(path, OwnPolicies.NONE);
  }

  private static List<String> titles(OwnPolicies own) {
    List<String> titles = new ArrayList<>();
    for (RegoValue answer : own.rules().get(0).answers(FACTS)) {
      titles.add(((RegoString) ((RegoObject) answer).get("title")).value());
    }
    return titles;
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> files = Files.walk(caches)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
