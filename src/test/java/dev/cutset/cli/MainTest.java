package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"1", "54", "100000", "-3", "wide", ""})
  void any_width_of_a_terminal_will_do(String columns) {
    Session session = new Session(folder).having("COLUMNS", columns);

    assertThat(session.run("check", "--help").code()).isZero();
  }

  @Test
  void the_version_is_the_one_that_was_built() throws IOException {
    Session.Result result = new Session(folder).run("--version");

    assertThat(result.out()).matches("cutset \\d+\\.\\d+\\.\\d+\\S*\n");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + result.out().replace("cutset ", "").strip() + "</version>");
  }

  @Test
  void all_ways_to_ask_for_the_version_are_answered_alike() {
    String version = new Session(folder).run("--version").out();

    for (String asked : new String[] {"-V", "explain --version", "policies new -V"}) {
      assertThat(new Session(folder).run(asked.split(" ")).out()).isEqualTo(version);
    }
  }

  @Test
  void a_command_is_learned_without_the_others_but_where_it_tells_of_them() {
    Session session = new Session(folder);
    Set<String> all = session.line().getSubcommands().keySet();

    assertThat(all).contains("check", "explain", "policies");
    for (String name : all) {
      Set<String> learned = session.line(name).getSubcommands().keySet();
      assertThat(learned)
          .isEqualTo(name.equals("man") || name.equals("completion") ? all : Set.of(name));
    }
    assertThat(session.line("chek").getSubcommands().keySet()).isEqualTo(all);
    assertThat(session.line("--help").getSubcommands().keySet()).isEqualTo(all);
    assertThat(session.line("--version").getSubcommands()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chek",
        "check --format xml x.json",
        "check --target zones x.json",
        "check --fail-on always x.json",
        "check --no-such-option",
        "check one.json two.json",
        "policies",
        "policies show",
        "policies show SPOF-NOTHING-OF-THE-KIND",
        "graph --format gif x.json",
        "new nothing-of-the-kind",
        "new ladder/1-single-server x --name no/name",
        "new ladder/1-single-server one two"
      })
  void wrong_use_has_its_own_exit_code_and_says_what_is_wrong(String arguments) {
    Session.Result result = new Session(folder).run(arguments.split(" "));

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("cutset: ").doesNotContain("Exception");
  }

  @Test
  void a_misspelt_word_is_answered_with_the_right_one() {
    assertThat(new Session(folder).run("check", "--target", "regoin", "x.json").err())
        .contains("did you mean `region`?");
    assertThat(new Session(folder).run("policies", "show", "SPOF-DATABSE").err())
        .contains("did you mean `SPOF-DATABASE`?");
  }

  @Test
  void what_no_command_takes_is_told_alone_and_with_what_was_meant() {
    Session session = new Session(folder);

    assertThat(session.run("check", "--fromat", "json", "x.json").err())
        .isEqualTo(
            """
            cutset: unknown option `--fromat`; did you mean `--format`?
            see `cutset check --help`
            """);
    assertThat(session.run("check", "--quiet=yes").err())
        .startsWith("cutset: unknown option `--quiet`\n");
    assertThat(session.run("check", "-x").err()).startsWith("cutset: unknown option `-x`\n");
    assertThat(session.run("chekc").err())
        .isEqualTo("cutset: unknown command `chekc`; did you mean `check`?\nsee `cutset --help`\n");
    assertThat(session.run("policies", "lst").err())
        .isEqualTo(
            "cutset: unknown command `lst`; did you mean `list`?\nsee `cutset policies --help`\n");
    assertThat(session.run("check", "one.json", "two.json").err())
        .startsWith(
            "cutset: `two.json` is one argument too many; `cutset check` takes no more than PATH\n");
    assertThat(session.run("man", "check").err())
        .startsWith("cutset: `check` is one argument too many; `cutset man` takes options only\n");
  }

  @Test
  void who_asks_for_help_by_a_command_gets_it() {
    Session session = new Session(folder);

    assertThat(session.run("help")).isEqualTo(session.run("--help"));
    assertThat(session.run("help", "policies", "show"))
        .isEqualTo(session.run("policies", "show", "--help"));
    assertThat(session.run("help", "check").code()).isZero();
  }

  @Test
  void every_policy_is_listed() {
    List<String> ids =
        PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id).sorted().toList();

    assertThat(new Session(folder).run("policies", "list").out().lines())
        .map(line -> line.split(" ")[0])
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ids).isNotEmpty();
  }

  static Stream<String> policies() {
    return PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void every_policy_has_a_page_to_show(String id) {
    Session.Result result = new Session(folder).run("policies", "show", id);

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith(id + ": ").contains("\n# ");
  }

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.all();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void each_stack_is_checked_and_drawn(StackFolder folder) {
    String preview = folder.preview().toString();
    Session session = new Session(Path.of(""));

    assertThat(session.run("check", preview))
        .satisfies(result -> assertThat(result.code()).isIn(0, 1))
        .satisfies(result -> assertThat(result.err()).isEmpty())
        .satisfies(result -> assertThat(result.out()).contains(" survive"));
    assertThat(session.run("graph", preview).out()).startsWith("digraph").endsWith("}\n");
    assertThat(session.run("graph", "-f", "mermaid", preview).out()).startsWith("flowchart");
  }

  @Test
  void standard_input_is_read_like_a_file() throws IOException {
    Path preview = StackFolder.named("ladder/1-single-server").preview();

    Session.Result piped =
        new Session(Path.of("")).typing(Files.readString(preview)).run("check", "-");

    assertThat(piped).isEqualTo(new Session(Path.of("")).run("check", preview.toString()));
    assertThat(piped.code()).isEqualTo(ExitCode.BLOCKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "not json", "{\"a\":1}", "\u0000"})
  void what_is_no_stack_is_an_input_that_cannot_be_read(String input) {
    Session.Result result = new Session(folder).typing(input).run("check", "-");

    assertThat(result.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("cutset: standard input").hasLineCount(1);
  }

  @Test
  void the_same_stack_gives_the_same_bytes() {
    String[] arguments = {
      "check", "--format", "json", StackFolder.named("ladder/2-second-server").preview().toString()
    };

    assertThat(new Session(Path.of("")).run(arguments))
        .isEqualTo(new Session(Path.of("")).run(arguments));
  }
}
