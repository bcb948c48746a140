package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Architecture;
import dev.cutset.catalog.Scope;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Inspection;
import dev.cutset.policy.Judgement;
import dev.cutset.stack.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
  private static final Judgement PASSED =
      new Judgement(
          new Judgement.StackSummary("shop", "dev", Stack.Source.PREVIEW, 0),
          Judgement.Outcome.PASSED,
          Scope.ZONE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  @TempDir private Path folder;

  /** What was asked of an inspector. */
  private record Asked(Input input, Configuration configuration) {}

  private final List<Asked> asked = new ArrayList<>();

  private Session session() {
    return new Session(folder)
        .with(
            (input, rulebook) -> {
              asked.add(new Asked(input, rulebook.configuration()));
              return new Inspection(
                  PASSED, Architecture.of(List.of(), List.of()), Judgements.EMPTY);
            });
  }

  @Test
  void who_writes_terraform_is_told_what_to_set_in_its_names() throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        """
        {"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
          {"address":"aws_eks_node_group.nodes","mode":"managed","type":"aws_eks_node_group",
           "name":"nodes","provider_name":"registry.terraform.io/hashicorp/aws",
           "change":{"actions":["create"],"before":null,"after_unknown":{"id":true},
             "after":{"cluster_name":"main","subnet_ids":["subnet-1"],
               "scaling_config":[{"min_size":1,"max_size":3,"desired_size":2}]}}}],
         "configuration":{"root_module":{}}}
        """);
    Files.writeString(folder.resolve("cutset.yaml"), "entryPoints: [{ declare: '*nodes' }]\n");

    assertThat(new Session(folder).run("check", "--verbose", "plan.json").out())
        .contains("aws_eks_node_group.nodes: scaling_config[0].min_size 1 → 2");
    assertThat(new Session(folder).run("check", "--format", "json", "plan.json").out())
        .containsPattern(
            "\"property\" : \"scalingConfig\\[0].minSize\",\\s*"
                + "\"written\" : \"scaling_config\\[0].min_size\"");
    assertThat(new Session(folder).run("fix", "--format", "json", "plan.json").out())
        .containsPattern(
            "\"property\" : \"scalingConfig\\[0].minSize\",\\s*"
                + "\"written\" : \"scaling_config\\[0].min_size\"");
  }

  @Test
  void nodes_and_zones_and_resources_are_called_and_counted_as_in_the_plan() throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        """
        {"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
          {"address":"azurerm_kubernetes_cluster.main","mode":"managed",
           "type":"azurerm_kubernetes_cluster","name":"main",
           "provider_name":"registry.terraform.io/hashicorp/azurerm",
           "change":{"actions":["create"],"before":null,"after_unknown":{"id":true},
             "after":{"name":"main","location":"westeurope",
               "default_node_pool":[{"name":"nodes","node_count":2}]}}}],
         "configuration":{"root_module":{}}}
        """);

    assertThat(new Session(folder).run("check", "plan.json").out())
        .contains("\n1 resource, read from a Terraform plan\n");
    assertThat(new Session(folder).run("check", "--verbose", "plan.json").out())
        .contains("fails      a zone of westeurope\n")
        .contains("chain      azurerm_kubernetes_cluster.main nodes: both of its copies fail");
    assertThat(new Session(folder).run("check", "--format", "json", "plan.json").out())
        .contains("\"name\" : \"azurerm_kubernetes_cluster.main nodes\"");
    for (String format : new String[] {"terminal", "markdown"}) {
      assertThat(new Session(folder).run("chaos", "-f", format, "--verbose", "plan.json").out())
          .contains("the zone of ")
          .doesNotContain("zone the zone", "zone `the zone");
    }
  }

  @Test
  void what_a_team_lets_pass_is_not_said_to_survive() throws IOException {
    String preview = Path.of("docs/examples/one-of-each.json").toAbsolutePath().toString();
    Files.writeString(
        folder.resolve("mild.yaml"),
        """
        policies:
          SPOF-DATABASE: { enforcement: advisory }
          SPOF-APPLICATION-SERVER: { enforcement: disabled }
        """);

    Session.Result result = new Session(folder).run("check", "--config", "mild.yaml", preview);

    assertThat(result.code()).isZero();
    assertThat(result.out().lines().limit(3).toList())
        .containsExactly(
            "passed: nothing blocks, though shop.example.com does not survive what it must;",
            "        the policies that say so do not block here (target: zone)",
            "stack shop/dev, 13 resources, read from a preview");
    assertThat(result.out())
        .contains(
            "  • shop.example.com survives no single failure; must survive zone, which is let\n");
    assertThat(
            new Session(folder)
                .run("check", "--config", "mild.yaml", "-f", "markdown", preview)
                .out())
        .contains(
            "| \u2611\ufe0f | `shop.example.com` | no single failure | zone, which is let pass |");
    assertThat(
            new Session(folder).run("check", "--config", "mild.yaml", "-f", "junit", preview).out())
        .contains("<skipped message=\"it does not, which is let pass\">");
  }

  @Test
  void what_the_configuration_says_of_nothing_is_noted() throws IOException {
    String preview = Path.of("docs/examples/one-of-each.json").toAbsolutePath().toString();
    Files.writeString(
        folder.resolve("misspelt.yaml"),
        """
        entryPoints:
          - { match: shop.exmaple.com, target: region }
          - { declare: '*::vpm' }
          - { exclude: '*-internal' }
          - { match: shop.example.com, target: zone }
        hints:
          - { match: 'wev-*', needs: [ordres, orders], notNeeds: sesions }
          - { match: 'we?', role: compute }
        """);

    String out =
        new Session(folder)
            .having("COLUMNS", "120")
            .run("check", "--config", "misspelt.yaml", preview)
            .out();

    assertThat(out.lines().filter(line -> line.contains("fits nothing")).toList())
        .containsExactly(
            "  • the target that cutset.yaml sets for `shop.exmaple.com` fits nothing in this stack;"
                + " check the name",
            "  • the entry point that cutset.yaml declares as `*::vpm` fits nothing in this stack;"
                + " check the name",
            "  • the hint for `wev-*` fits nothing in this stack; check the name",
            "  • the hint that something needs `ordres` fits nothing in this stack; check the name",
            "  • the hint that nothing needs `sesions` fits nothing in this stack; check the name");
  }

  @ParameterizedTest
  @CsvSource({
    "single-server, blocked, 1",
    "single-server, undecided, 1",
    "single-server, advice, 1",
    "single-server, never, 0",
    "undecided, blocked, 0",
    "undecided, undecided, 1",
    "undecided, advice, 1",
    "undecided, never, 0",
    "passed-with-advice, blocked, 0",
    "passed-with-advice, undecided, 0",
    "passed-with-advice, advice, 1",
    "passed-without-a-word-too-many, advice, 0",
  })
  void the_exit_code_is_what_fail_on_asks_for(String reportCase, String failOn, int code) {
    Session session = new Session(folder).with(Judgements.saying(reportCase));

    assertThat(session.run("check", "--fail-on", failOn, "x.json").code()).isEqualTo(code);
  }

  @Test
  void only_what_blocks_fails_when_nothing_else_is_asked() {
    Session session = new Session(folder);

    assertThat(session.with(Judgements.saying("undecided")).run("check", "x.json").code()).isZero();
    assertThat(session.with(Judgements.saying("single-server")).run("check", "x.json").code())
        .isEqualTo(ExitCode.BLOCKED);
  }

  @Test
  void a_file_is_read_from_the_folder_of_the_user() {
    session().run("check", "stack.json");

    assertThat(asked)
        .containsExactly(
            new Asked(
                new Input.Located(folder.resolve("stack.json"), folder), Configuration.EMPTY));
  }

  @Test
  void a_folder_stands_for_the_preview_in_it() throws IOException {
    Files.writeString(folder.resolve("preview.json"), "{}");
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop");

    session().run("check");
    session().run("check", ".");

    assertThat(asked)
        .extracting(Asked::input)
        .allSatisfy(
            input ->
                assertThat(((Input.Located) input).path().normalize())
                    .isEqualTo(folder.resolve("preview.json")))
        .hasSize(2);
  }

  @Test
  void a_project_without_a_preview_is_told_how_to_make_one() throws IOException {
    Files.createDirectory(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/Pulumi.yaml"), "name: shop");

    Session.Result result = session().run("check", "shop");

    assertThat(result)
        .isEqualTo(
            new Session.Result(
                ExitCode.UNREADABLE,
                "",
                "cutset: `shop` is a Pulumi project without a preview; run `(cd shop && pulumi"
                    + " preview --json > preview.json)` and then `cutset check shop`\n"));
    assertThat(asked).isEmpty();
  }

  @Test
  void a_folder_with_a_state_is_left_to_the_reader() throws IOException {
    Files.createDirectory(folder.resolve(".pulumi"));

    session().run("check");

    assertThat(asked).hasSize(1);
  }

  @Test
  void a_folder_without_anything_is_an_input_that_cannot_be_read() {
    Session.Result result = session().run("check");

    assertThat(result.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(result.err()).startsWith("cutset: nothing to check in `.`");
  }

  @Test
  void the_configuration_beside_the_stack_is_used() throws IOException {
    Files.createDirectory(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/cutset.yaml"), "target: region");
    Files.writeString(folder.resolve("cutset.yaml"), "target: instance");

    session().run("check", "shop/stack.json");
    session().typing("{}").run("check", "-");

    assertThat(asked)
        .extracting(each -> each.configuration().target())
        .containsExactly(Optional.of(Scope.REGION), Optional.of(Scope.INSTANCE));
  }

  @Test
  void the_named_configuration_and_the_target_option_go_before() throws IOException {
    Files.writeString(folder.resolve("cutset.yaml"), "target: region");
    Files.writeString(folder.resolve("strict.yaml"), "target: provider");

    session().run("check", "--config", "strict.yaml", "stack.json");
    session().run("check", "--target", "cloud", "stack.json");

    assertThat(asked)
        .extracting(each -> each.configuration().target())
        .containsExactly(Optional.of(Scope.PROVIDER), Optional.of(Scope.CLOUD));
  }

  @Test
  void every_mistake_in_a_configuration_is_shown_and_nothing_is_judged() throws IOException {
    Path file = folder.resolve("cutset.yaml");
    Files.writeString(file, "targt: zone\npolicies:\n  SPOF-DATABSE: { severity: low }\n");

    Session.Result result = session().run("check", "stack.json");

    assertThat(result)
        .isEqualTo(
            new Session.Result(
                ExitCode.WRONG_USE,
                "",
                "cutset: "
                    + file
                    + ":1:1: unknown key `targt`; did you mean `target`?\n"
                    + "cutset: "
                    + file
                    + ":3:3: unknown policy `SPOF-DATABSE`; did you mean `SPOF-DATABASE`?\n"));
    assertThat(asked).isEmpty();
  }

  @Test
  void a_configuration_that_is_named_and_absent_is_wrong_use() {
    Session.Result result = session().run("check", "--config", "none.yaml", "stack.json");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err())
        .isEqualTo("cutset: no file `none.yaml`; check what you gave as --config\n");
  }

  @Test
  void a_report_file_holds_the_whole_report_and_no_colour() throws IOException {
    Session session =
        new Session(folder)
            .with(Judgements.saying("single-server"))
            .having("CUTSET_TERMINAL", "true");

    Session.Result result = session.run("check", "--output", "report.txt", "x.json");

    assertThat(result)
        .isEqualTo(
            new Session.Result(ExitCode.BLOCKED, "", "cutset: the report is in `report.txt`\n"));
    assertThat(folder.resolve("report.txt"))
        .hasContent(
            Files.readString(
                Path.of("src/test/resources/dev/cutset/report/single-server/expected.txt")));
    assertThat(files()).containsExactly("report.txt");
  }

  @Test
  void a_report_file_that_cannot_be_written_is_wrong_use() {
    Session.Result result = session().run("check", "-o", "none/report.txt", "x.json");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains("cannot be written");
  }

  @Test
  void json_is_the_report_and_nothing_else() throws IOException {
    Session session = new Session(folder).with(Judgements.saying("single-server"));

    Session.Result result = session.run("check", "--format", "json", "x.json");

    String expected =
        Files.readString(Path.of("src/test/resources/dev/cutset/report/single-server/report.json"));
    assertThat(result.out()).isEqualTo(expected.replace("0.0.0", Version.text()));
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true, '', xterm, true",
    "true, 1, xterm, false",
    "true, '', dumb, false",
    "false, '', xterm, false",
  })
  void colour_is_for_terminals_whose_owner_wants_it(
      String terminal, String noColor, String term, boolean coloured) {
    Session session =
        new Session(folder)
            .with(Judgements.saying("single-server"))
            .having("CUTSET_TERMINAL", terminal)
            .having("NO_COLOR", noColor)
            .having("TERM", term);

    assertThat(session.run("check", "x.json").out().contains("\u001b[")).isEqualTo(coloured);
  }

  @Test
  void lines_are_wrapped_to_the_terminal() {
    Session session =
        new Session(folder).with(Judgements.saying("single-server")).having("COLUMNS", "50");

    assertThat(session.run("check", "x.json").out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
  }

  @Test
  void a_fault_of_ours_ends_with_its_own_code_and_shows_neither_trace_nor_input() {
    Session session =
        new Session(folder)
            .with(
                (input, configuration) -> {
                  throw new IllegalStateException("password=hunter2");
                });

    Session.Result result = session.run("check", "x.json");

    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("cutset: an internal error (IllegalStateException); nothing was judged\n")
        .doesNotContain("hunter2", "at dev.cutset")
        .hasLineCount(2);
    Path report = Path.of(result.err().replaceAll("(?s).*`(.*)`.*", "$1"));
    assertThat(report).content().contains("CheckCommandTest").doesNotContain("hunter2");
    assertThat(report.toFile().delete()).isTrue();
  }

  @Test
  void output_that_goes_nowhere_is_no_success() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code =
        new Session(folder)
            .with(Judgements.saying("passed-with-advice"))
            .main(full, err)
            .run("check", "x.json");

    assertThat(code).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("not all of the output could be written");
  }

  @Test
  void names_in_messages_do_not_steer_the_terminal() {
    Session.Result result = new Session(folder).run("check", "\u001b[2Jx.json");

    assertThat(result.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(result.err()).contains("\\u001b[2Jx.json").doesNotContain("\u001b");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
